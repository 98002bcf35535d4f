using System.Buffers;

namespace VolumeViewer.Sdk;

/// <summary>The grey values along a line, at about one voxel's distance from one another.</summary>
/// <param name="Distances">From the start of the line, in the unit of the spacing; as many as values.</param>
/// <param name="Values">Interpolated between the eight voxel centres around; within half a voxel of the volume's faces the outermost are taken, beyond it is NaN.</param>
public sealed record LineProfile(IReadOnlyList<double> Distances, IReadOnlyList<double> Values)
{
    /// <summary>Reads a profile.</summary>
    /// <param name="source">The volume.</param>
    /// <param name="from">Start of the line, in the unit of the spacing.</param>
    /// <param name="to">Its end, which is a sample too.</param>
    /// <param name="width">Over how many samples across the line values are averaged, each a voxel's distance from the next; 1 for the line alone.</param>
    /// <param name="across">The axis across the slice in which the band lies; without it there is no band.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is below 1.</exception>
    /// <exception cref="VolumeReadException">A slice cannot be read.</exception>
    public static LineProfile Of(IVolumeSource source, WorldPoint from, WorldPoint to, int width = 1, Axis? across = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        var spacing = source.Spacing;
        // In voxels, with the centre of the first at 0.
        var (start, end) = (Centred(from, spacing), Centred(to, spacing));
        var step = across is { } axis && width > 1 ? Sideways(from, to, axis, spacing) : default;
        var lanes = step == default ? 1 : width;
        var intervals = Math.Max(1, (int)Math.Round(Size(end.Z - start.Z, end.Y - start.Y, end.X - start.X)));
        var length = Size(to.Z - from.Z, to.Y - from.Y, to.X - from.X);
        var places = new (double Z, double Y, double X)[(intervals + 1) * lanes];
        for (var sample = 0; sample <= intervals; sample++)
        {
            var share = (double)sample / intervals;
            for (var lane = 0; lane < lanes; lane++)
            {
                var aside = lane - ((lanes - 1) / 2.0);
                places[(sample * lanes) + lane] = (start.Z + (share * (end.Z - start.Z)) + (aside * step.Z),
                    start.Y + (share * (end.Y - start.Y)) + (aside * step.Y), start.X + (share * (end.X - start.X)) + (aside * step.X));
            }
        }
        var read = Read(source, places, cancellationToken);
        var (distances, values) = (new double[intervals + 1], new double[intervals + 1]);
        for (var sample = 0; sample <= intervals; sample++)
        {
            distances[sample] = length * sample / intervals;
            values[sample] = Mean(read.AsSpan(sample * lanes, lanes));
        }
        return new LineProfile(distances, values);
    }

    private static (double Z, double Y, double X) Centred(WorldPoint point, Spacing spacing) =>
        ((point.Z / spacing.Z) - 0.5, (point.Y / spacing.Y) - 0.5, (point.X / spacing.X) - 0.5);

    // A voxel's distance across the line within the slice: at right angles to it in the world, whatever the voxels' proportions.
    private static (double Z, double Y, double X) Sideways(WorldPoint from, WorldPoint to, Axis across, Spacing spacing)
    {
        var (u, v) = across switch { Axis.Z => (Axis.X, Axis.Y), Axis.Y => (Axis.X, Axis.Z), _ => (Axis.Z, Axis.Y) };
        var (right, down) = (to.Along(u) - from.Along(u), to.Along(v) - from.Along(v));
        var (asideU, asideV) = (-down / spacing.Along(u), right / spacing.Along(v));
        var size = Math.Sqrt((asideU * asideU) + (asideV * asideV));
        if (size == 0)
            return default;
        var step = new WorldPoint(0, 0, 0).With(u, asideU / size).With(v, asideV / size);
        return (step.Z, step.Y, step.X);
    }

    // Slice by slice, so that each that has to be decoded is decoded once.
    private static double[] Read(IVolumeSource source, (double Z, double Y, double X)[] places, CancellationToken cancellationToken)
    {
        var shape = source.Shape;
        var values = new double[places.Length];
        var wanted = new List<(int Z, int Place, double Weight)>(places.Length * 2);
        for (var place = 0; place < places.Length; place++)
        {
            var (z, y, x) = places[place];
            if (!(IsInside(z, shape.Depth) && IsInside(y, shape.Height) && IsInside(x, shape.Width)))
            {
                values[place] = double.NaN;
                continue;
            }
            var (first, share) = Between(z, shape.Depth);
            wanted.Add((first, place, 1 - share));
            if (share > 0)
                wanted.Add((first + 1, place, share));
        }
        wanted.Sort();
        var pair = ArrayPool<float>.Shared.Rent(2);
        try
        {
            for (var index = 0; index < wanted.Count;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var z = wanted[index].Z;
                using var rows = new SliceRows(source, z);
                for (; index < wanted.Count && wanted[index].Z == z; index++)
                    values[wanted[index].Place] += wanted[index].Weight * InSlice(rows, places[wanted[index].Place], shape, pair);
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(pair);
        }
        return values;
    }

    private static double InSlice(SliceRows rows, (double Z, double Y, double X) place, VolumeShape shape, float[] pair)
    {
        var (y, down) = Between(place.Y, shape.Height);
        var upper = InRow(rows, y, place.X, shape, pair);
        return down > 0 ? ((1 - down) * upper) + (down * InRow(rows, y + 1, place.X, shape, pair)) : upper;
    }

    private static double InRow(SliceRows rows, int y, double place, VolumeShape shape, float[] pair)
    {
        var (x, right) = Between(place, shape.Width);
        rows.Read(y, x, pair.AsSpan(0, right > 0 ? 2 : 1));
        return right > 0 ? ((1 - right) * pair[0]) + (right * pair[1]) : pair[0];
    }

    private static bool IsInside(double place, int length) => place >= -0.5 && place <= length - 0.5;

    private static (int First, double Share) Between(double place, int length)
    {
        place = Math.Clamp(place, 0, length - 1);
        var first = (int)Math.Floor(place);
        return (first, place - first);
    }

    private static double Mean(ReadOnlySpan<double> lanes)
    {
        var (sum, count) = (0.0, 0);
        foreach (var value in lanes)
        {
            if (!double.IsFinite(value))
                continue;
            sum += value;
            count++;
        }
        return count > 0 ? sum / count : double.NaN;
    }

    private static double Size(double z, double y, double x) => Math.Sqrt((z * z) + (y * y) + (x * x));
}
