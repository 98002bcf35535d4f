using System.Numerics;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Counts positions of the oblique slice along its normal, in steps of the finest voxel edge of the layer that is selected.</summary>
internal readonly record struct ObliqueSteps(Vector3 Normal, Vector3 Extent, double First, double StepMicrometres, int Count, bool IsCalibrated)
{
    /// <summary>The positions in a viewer, or null if it has no layer.</summary>
    public static ObliqueSteps? Of(Viewer viewer)
    {
        if (SliceSteps.Reference(viewer) is not { } layer)
            return null;
        var (normal, extent) = (viewer.Oblique.Normal, viewer.Extent);
        var (first, last) = (double.MaxValue, double.MinValue);
        for (var corner = 0; corner < 8; corner++)
        {
            var along = Vector3.Dot(normal, extent * new Vector3(corner & 1, (corner >> 1) & 1, corner >> 2));
            (first, last) = (Math.Min(first, along), Math.Max(last, along));
        }
        var step = layer.Spacing.Finest;
        return new ObliqueSteps(normal, extent, first, step, Math.Max(1, (int)Math.Ceiling(((last - first) / step) - 5e-4)), layer.Spacing.IsCalibrated);
    }

    /// <summary>Of a place, from the corner of the scene that lies farthest against the normal, µm.</summary>
    public double DepthOf(WorldPoint place) => (Normal.X * place.X) + (Normal.Y * place.Y) + (Normal.Z * place.Z) - First;

    public int Index(WorldPoint cursor) => Math.Clamp((int)Math.Floor(DepthOf(cursor) / StepMicrometres), 0, Count - 1);

    /// <summary>The cursor moved into the middle of a position, within the scene.</summary>
    public WorldPoint At(WorldPoint cursor, int index) => Moved(cursor, ((Math.Clamp(index, 0, Count - 1) + 0.5) * StepMicrometres) - DepthOf(cursor));

    /// <summary>The cursor moved along the normal. Where it would leave the scene it is moved along the slice too, as far as it must.</summary>
    public WorldPoint Moved(WorldPoint cursor, double micrometres)
    {
        var place = cursor.ToVector3() + (Normal * (float)micrometres);
        var corners = PlaneCut.OfBox(Extent, place, Normal);
        if (corners.Count >= 3)
            place = Towards(place, corners.Aggregate(Vector3.Zero, (sum, corner) => sum + corner) / corners.Count);
        return WorldPoint.Of(place);
    }

    /// <summary>For example "31 / 99   12.4 µm".</summary>
    public string Text(WorldPoint cursor)
    {
        var text = $"{Index(cursor)} / {Count - 1}";
        return IsCalibrated ? $"{text}   {Lengths.Text(DepthOf(cursor))}" : text;
    }

    private Vector3 Towards(Vector3 place, Vector3 middle)
    {
        var share = 0f;
        for (var axis = 0; axis < 3; axis++)
        {
            var (from, to, length) = (place[axis], middle[axis], Extent[axis] * (1 - 1e-5f));
            if (from < 0 && to > from)
                share = Math.Max(share, -from / (to - from));
            else if (from > length && to < from)
                share = Math.Max(share, (from - length) / (from - to));
        }
        return Vector3.Lerp(place, middle, Math.Min(share, 1));
    }
}
