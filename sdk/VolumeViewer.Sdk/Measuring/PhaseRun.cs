namespace VolumeViewer.Sdk;

/// <summary>A part of a line that lies in one phase.</summary>
/// <param name="Label">The phase, <see cref="LabelVolume.Unlabelled"/>, or null outside of the volume.</param>
/// <param name="From">Where it begins, from the start of the line, in the unit of the spacing.</param>
/// <param name="To">Where it ends.</param>
public readonly record struct PhaseRun(byte? Label, double From, double To)
{
    /// <summary>How long it is.</summary>
    public double Length => To - From;

    /// <summary>The phases along a line, from face to face of the voxels it goes through (R. L. Siddon, Med. Phys. 12 (1985) 252).</summary>
    /// <param name="labels">The volume.</param>
    /// <param name="from">Start of the line, in the unit of the spacing.</param>
    /// <param name="to">Its end.</param>
    /// <returns>Runs one after the other from the start to the end; neighbours differ. None for a line of no length.</returns>
    public static IReadOnlyList<PhaseRun> Along(LabelVolume labels, WorldPoint from, WorldPoint to)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var shape = labels.Shape;
        var crossings = new List<double> { 0, 1 };
        var length = 0.0;
        foreach (var axis in new[] { Axis.Z, Axis.Y, Axis.X })
        {
            var step = labels.Spacing.Along(axis);
            var (start, end) = (from.Along(axis) / step, to.Along(axis) / step);
            length += (end - start) * step * (end - start) * step;
            if (start == end)
                continue;
            var last = Math.Min(Math.Floor(Math.Max(start, end)), shape.Along(axis));
            for (var face = Math.Max(0, Math.Ceiling(Math.Min(start, end))); face <= last; face++)
                crossings.Add((face - start) / (end - start));
        }
        length = Math.Sqrt(length);
        var runs = new List<PhaseRun>();
        if (length == 0)
            return runs;
        crossings.Sort();
        for (var index = 1; index < crossings.Count; index++)
        {
            var (begin, end) = (crossings[index - 1], crossings[index]);
            // Where a line goes through an edge, faces are crossed at once but for rounding.
            if (end - begin < 1e-12 || begin < 0 || end > 1)
                continue;
            var label = LabelAt(labels, from, to, (begin + end) / 2);
            if (runs.Count > 0 && runs[^1].Label == label)
                runs[^1] = runs[^1] with { To = end * length };
            else
                runs.Add(new PhaseRun(label, runs.Count > 0 ? runs[^1].To : begin * length, end * length));
        }
        return runs;
    }

    private static byte? LabelAt(LabelVolume labels, WorldPoint from, WorldPoint to, double share)
    {
        int Index(Axis axis) => (int)Math.Floor((from.Along(axis) + (share * (to.Along(axis) - from.Along(axis)))) / labels.Spacing.Along(axis));
        var (z, y, x) = (Index(Axis.Z), Index(Axis.Y), Index(Axis.X));
        var shape = labels.Shape;
        return z < 0 || y < 0 || x < 0 || z >= shape.Depth || y >= shape.Height || x >= shape.Width ? null : labels.Slice(z)[(y * shape.Width) + x];
    }
}
