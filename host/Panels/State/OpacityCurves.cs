using System.Collections.Immutable;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Changes of an opacity curve by hand; the points stay in order, and the first and the last stay at the ends.</summary>
internal static class OpacityCurves
{
    // Points closer than this cannot be told apart under the pointer.
    private const float LeastDistance = 0.005f;

    public static ImmutableArray<OpacityPoint> Move(ImmutableArray<OpacityPoint> curve, int index, float position, float opacity)
    {
        var low = index == 0 ? 0 : curve[index - 1].Position + LeastDistance;
        var high = index == curve.Length - 1 ? 1 : curve[index + 1].Position - LeastDistance;
        var place = index == 0 ? 0 : index == curve.Length - 1 ? 1 : Math.Clamp(position, Math.Min(low, high), high);
        return curve.SetItem(index, new OpacityPoint(place, Math.Clamp(opacity, 0, 1)));
    }

    public static ImmutableArray<OpacityPoint> Add(ImmutableArray<OpacityPoint> curve, float position, float opacity)
    {
        var place = Math.Clamp(position, 0, 1);
        var index = 0;
        while (index < curve.Length && curve[index].Position < place)
            index++;
        if (index == 0 || index == curve.Length || curve.Any(point => Math.Abs(point.Position - place) < LeastDistance))
            return curve;
        return curve.Insert(index, new OpacityPoint(place, Math.Clamp(opacity, 0, 1)));
    }

    public static ImmutableArray<OpacityPoint> Remove(ImmutableArray<OpacityPoint> curve, int index) =>
        index > 0 && index < curve.Length - 1 ? curve.RemoveAt(index) : curve;
}
