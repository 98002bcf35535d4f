using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Annotate;

/// <summary>
/// Moves the boundaries of a labelled volume by parts of a voxel. A voxel takes the label that is found by going from a random place in it, along the normal of
/// the nearest boundary, as far as that boundary advances. The places vary coherently and are uniform within the voxel, so that a boundary which advances by s
/// sweeps s times its area on average, whatever its orientation, and one that does not move keeps every voxel.
/// </summary>
/// <remarks>Up to 30 bytes per voxel of the slices that are worked on at once, and one byte per voxel of the result.</remarks>
internal sealed class BoundaryShift
{
    // Of the places in the voxels: short, so that they do not look like wander, but longer than a voxel, so that they leave no single voxels.
    private const double PlaceLength = 1.5;
    private const double MostDeviations = 4;
    private const float JustWithin = 0.4999f;

    private readonly LabelVolume _from;
    private readonly double[,] _shifts;
    private readonly double _jitter;
    private readonly double _preference;
    private readonly GreyPull? _grey;
    private readonly GaussianField _wander;
    private readonly GaussianField[] _places;
    private readonly Neighbourhood _neighbourhood;
    private readonly bool _inSlices;

    /// <param name="from">The labels to move the boundaries of; lent.</param>
    /// <param name="annotator">Whose shifts and random numbers are taken.</param>
    /// <param name="parameters">The wander.</param>
    /// <param name="voxel">Length of a voxel along x in the unit of the parameters.</param>
    /// <param name="grey">Or null for no preference.</param>
    internal BoundaryShift(LabelVolume from, Annotator annotator, AnnotatorParameters parameters, double voxel, GreyPull? grey)
    {
        (_from, _shifts, _grey, _inSlices) = (from, annotator.Shifts, grey, parameters.SliceBySlice);
        (_jitter, _preference) = (parameters.Jitter / voxel, grey is null ? 0 : annotator.GreyPreference);
        var (spacing, shape) = (from.Spacing, from.Shape);
        var (aspectZ, aspectY) = (spacing.Z / spacing.X, spacing.Y / spacing.X);
        var length = parameters.JitterLength / voxel;
        _wander = annotator.Field(Purpose.Jitter, shape, _inSlices ? GaussianField.IndependentSlices : length / aspectZ, length / aspectY, length);
        _places = [.. ((Purpose[])[Purpose.PlaceZ, Purpose.PlaceY, Purpose.PlaceX]).Select(purpose =>
            annotator.Field(purpose, shape, _inSlices ? GaussianField.IndependentSlices : PlaceLength, PlaceLength, PlaceLength))];
        var farthest = _shifts.Cast<double>().Max() + (MostDeviations * _jitter) + (GreyPull.Greatest * Math.Abs(_preference));
        IsNeeded = farthest > 0;
        _neighbourhood = new Neighbourhood(shape, aspectZ, aspectY, farthest + 1.5, _inSlices);
    }

    /// <summary>Whether any boundary moves.</summary>
    internal bool IsNeeded { get; }

    /// <summary>The moved labels of one slice; safe from any thread.</summary>
    internal void Fill(int z, Span<byte> to)
    {
        var source = _from.Slice(z);
        source.CopyTo(to);
        var (height, width) = (_from.Shape.Height, _from.Shape.Width);
        var wander = new float[to.Length];
        if (_jitter > 0)
            _wander.Fill(z, wander);
        var grey = _preference != 0 ? new float[to.Length] : [];
        if (grey.Length > 0)
            _grey!.ReadExcess(z, grey);
        var inside = _neighbourhood.Inside(_from, z);
        var places = new float[3][];
        for (var axis = 0; axis < 3; axis++)
        {
            places[axis] = new float[to.Length];
            if (axis > 0 || !_inSlices)
                Places(_places[axis], z, places[axis]);
        }
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var i = (y * width) + x;
                var label = source[i];
                if (inside[i] || label == LabelVolume.Unlabelled || _neighbourhood.Nearest(_from, z, y, x, out var nearest) is not { } other)
                    continue;
                var local = new Local((float)_jitter * Math.Clamp(wander[i], -(float)MostDeviations, (float)MostDeviations), grey.Length > 0 ? grey[i] : 0);
                var advance = Advance(other, label, local);
                if (advance <= 0 || nearest.Distance > advance + 1.5)
                    continue;
                var normal = _neighbourhood.Normal(_from, z, y, x, nearest, label);
                to[i] = March((z + places[0][i], y + places[1][i], x + places[2][i]), normal, label, advance, local);
            }
        }
    }

    // How far a phase advances into another here, in voxels along x.
    private double Advance(int phase, int other, Local local) => _shifts[phase, other] + (phase < other ? local.Wander : -local.Wander)
        + (_preference == 0 ? 0 : _preference * _grey!.For(phase, other, local.Grey));

    private byte March((float Z, float Y, float X) place, (float Z, float Y, float X) normal, byte label, double advance, Local local)
    {
        var shape = _from.Shape;
        var steps = (int)Math.Ceiling(2 * advance * Math.Max(Math.Abs(normal.Z), Math.Max(Math.Abs(normal.Y), Math.Abs(normal.X))));
        for (var step = 1; step <= steps; step++)
        {
            var way = advance * step / steps;
            var z = Math.Clamp((int)Math.Round(place.Z + (way * normal.Z)), 0, shape.Depth - 1);
            var y = Math.Clamp((int)Math.Round(place.Y + (way * normal.Y)), 0, shape.Height - 1);
            var x = Math.Clamp((int)Math.Round(place.X + (way * normal.X)), 0, shape.Width - 1);
            var found = _from.Slice(z)[(y * shape.Width) + x];
            if (found == label)
                continue;
            // A third phase may be met that does not advance that far.
            return found != LabelVolume.Unlabelled && Advance(found, label, local) >= way ? found : label;
        }
        return label;
    }

    private static void Places(GaussianField field, int z, Span<float> slice)
    {
        field.Fill(z, slice);
        foreach (ref var value in slice)
            value = Math.Clamp(NormalDistribution.Share(value) - 0.5f, -JustWithin, JustWithin);
    }

    private readonly record struct Local(float Wander, float Grey);
}
