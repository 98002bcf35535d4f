using VolumeViewer.Plugins.Synthesis.Bias.Annotate;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Estimate;

/// <summary>
/// Finds how far boundaries are moved: from each voxel of the reference at a boundary between two phases, along the normal there, within the slice, both in the
/// reference and in the labels. Places where a third phase or an unlabelled voxel is met on the way, or no boundary, are left out.
/// </summary>
internal sealed class BoundaryRays
{
    private const double Step = 0.25;
    // A neighbour across an edge still is one.
    private const double AtBoundary = 1.5;

    private readonly LabelVolume _labels;
    private readonly LabelVolume _reference;
    private readonly GreyPull? _grey;
    private readonly double _farthest;
    private readonly Neighbourhood _neighbourhood;

    /// <param name="labels">With the phases of the reference.</param>
    /// <param name="reference">Lent.</param>
    /// <param name="grey">Or null.</param>
    /// <param name="farthest">How far to look, in voxels along x.</param>
    internal BoundaryRays(LabelVolume labels, LabelVolume reference, GreyPull? grey, double farthest)
    {
        (_labels, _reference, _grey, _farthest) = (labels, reference, grey, farthest);
        _neighbourhood = new Neighbourhood(reference.Shape, reference.Spacing.Z / reference.Spacing.X, reference.Spacing.Y / reference.Spacing.X, AtBoundary, inSlice: true);
    }

    /// <summary>The rays of one slice; safe from any thread.</summary>
    internal List<BoundaryRay> Of(int z)
    {
        var (rays, width) = (new List<BoundaryRay>(), _reference.Shape.Width);
        var slice = _reference.Slice(z);
        var inside = _neighbourhood.Inside(_reference, z);
        var grey = _grey is null ? [] : new float[slice.Length];
        _grey?.ReadExcess(z, grey);
        for (var i = 0; i < slice.Length; i++)
        {
            var (y, x, phase) = (i / width, i % width, slice[i]);
            if (inside[i] || phase == LabelVolume.Unlabelled || _neighbourhood.Nearest(_reference, z, y, x, out var nearest) is not { } other || nearest.Distance > 1.01)
                continue;
            var normal = _neighbourhood.Normal(_reference, z, y, x, nearest, phase);
            if (Distance(_reference, z, y, x, normal, phase, other) is not { } right || Distance(_labels, z, y, x, normal, phase, other) is not { } drawn)
                continue;
            var (first, second) = (Math.Min(phase, other), Math.Max(phase, other));
            var behind = ((y + nearest.Y) * width) + x + nearest.X;
            var pull = _grey is null ? 0 : (_grey.For(first, second, grey[i]) + _grey.For(first, second, grey[behind])) / 2;
            rays.Add(new BoundaryRay(z, y, x, first, second, phase == first ? drawn - right : right - drawn, pull));
        }
        return rays;
    }

    // Where along the normal a phase ends and the other begins; negative where it ends before it reaches the place.
    private double? Distance(LabelVolume volume, int z, int y, int x, (float Z, float Y, float X) normal, byte phase, byte other)
    {
        var here = At(volume, z, y, x);
        if (here != phase && here != other)
            return null;
        var direction = here == phase ? 1 : -1;
        for (var way = Step / 2; way <= _farthest; way += Step)
        {
            var found = At(volume, z, y + (direction * way * normal.Y), x + (direction * way * normal.X));
            if (found == here)
                continue;
            return found == (here == phase ? other : phase) ? direction * (way - (Step / 2)) : null;
        }
        return null;
    }

    private static byte At(LabelVolume volume, int z, double y, double x)
    {
        var (row, column) = ((int)Math.Round(y), (int)Math.Round(x));
        return (uint)row < (uint)volume.Shape.Height && (uint)column < (uint)volume.Shape.Width ? volume.Slice(z)[(row * volume.Shape.Width) + column] : LabelVolume.Unlabelled;
    }
}
