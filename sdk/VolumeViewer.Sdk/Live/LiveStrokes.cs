namespace VolumeViewer.Sdk;

/// <summary>The voxels of an image that somebody labelled. Slices without any take no memory, and are passed over.</summary>
/// <remarks>Changed by its owner only, and not while it is lent.</remarks>
public sealed class LiveStrokes
{
    private readonly SortedDictionary<int, (byte[] Labels, int Count)> _slices = [];
    private readonly long[] _counts;

    /// <summary>Nothing is labelled yet.</summary>
    /// <param name="shape">That of the image.</param>
    /// <param name="phases">The phases; label n is the n-th.</param>
    public LiveStrokes(VolumeShape shape, PhaseTable phases)
    {
        ArgumentNullException.ThrowIfNull(phases);
        (Shape, Phases, _counts) = (shape, phases, new long[phases.Count]);
    }

    /// <summary>That of the image.</summary>
    public VolumeShape Shape { get; }

    /// <summary>The phases; label n is the n-th.</summary>
    public PhaseTable Phases { get; }

    /// <summary>The slices with at least one labelled voxel, ascending.</summary>
    public IReadOnlyCollection<int> Slices => _slices.Keys;

    /// <summary>Labelled voxels of each phase.</summary>
    public IReadOnlyList<long> Counts => _counts;

    /// <summary>Labelled voxels.</summary>
    public long Count => _counts.Sum();

    /// <summary>The strokes in a label volume; its unlabelled voxels are left out. <see cref="Slices"/> tells which there are.</summary>
    public static LiveStrokes Of(LabelVolume labels, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var strokes = new LiveStrokes(labels.Shape, labels.Phases);
        for (var z = 0; z < labels.Shape.Depth; z++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (labels.Slice(z).ContainsAnyExcept(LabelVolume.Unlabelled))
                strokes.Set(new VoxelBox(z, 0, 0, 1, labels.Shape.Height, labels.Shape.Width), labels.Slice(z));
        }
        return strokes;
    }

    /// <summary>The labels of one slice, row by row: phases, or <see cref="LabelVolume.Unlabelled"/>. Empty for a slice where nothing is labelled.</summary>
    public ReadOnlySpan<byte> Slice(int z) => _slices.TryGetValue(z, out var slice) ? slice.Labels : [];

    /// <summary>Replaces the labels of a box.</summary>
    /// <param name="box">The voxels.</param>
    /// <param name="labels">Their labels in the order (z, y, x) of the box.</param>
    /// <exception cref="ArgumentException">The box reaches out of the shape, there are not as many labels as it has voxels, or one is no phase.</exception>
    public void Set(VoxelBox box, ReadOnlySpan<byte> labels)
    {
        if (!box.IsWithin(Shape))
            throw new ArgumentException($"The box of {box} reaches out of strokes on {Shape} voxels.", nameof(box));
        if (labels.Length != box.VoxelCount)
            throw new ArgumentException($"The box of {box} needs {box.VoxelCount} labels, got {labels.Length}.", nameof(labels));
        foreach (var label in labels)
        {
            if (label >= Phases.Count && label != LabelVolume.Unlabelled)
                throw new ArgumentException($"The label {label} is none of the {Phases.Count} phases, and not {LabelVolume.Unlabelled} (unlabelled).", nameof(labels));
        }
        for (var z = box.Z; z <= box.LastZ; z++, labels = labels[(box.Height * box.Width)..])
            SetSlice(z, box, labels[..(box.Height * box.Width)]);
    }

    private void SetSlice(int z, VoxelBox box, ReadOnlySpan<byte> labels)
    {
        if (!_slices.TryGetValue(z, out var slice))
        {
            if (!labels.ContainsAnyExcept(LabelVolume.Unlabelled))
                return;
            slice.Labels = new byte[Shape.SliceLength];
            Array.Fill(slice.Labels, LabelVolume.Unlabelled);
        }
        for (var y = 0; y < box.Height; y++)
        {
            var row = slice.Labels.AsSpan(((box.Y + y) * Shape.Width) + box.X, box.Width);
            var now = labels.Slice(y * box.Width, box.Width);
            slice.Count += Tally(now, 1) - Tally(row, -1);
            now.CopyTo(row);
        }
        if (slice.Count > 0)
            _slices[z] = slice;
        else
            _slices.Remove(z);
    }

    // Adds the labelled voxels of a row to the counts of the phases, or takes them off; gives how many there are.
    private int Tally(ReadOnlySpan<byte> row, int sign)
    {
        var count = 0;
        foreach (var label in row)
        {
            if (label == LabelVolume.Unlabelled)
                continue;
            _counts[label] += sign;
            count++;
        }
        return count;
    }
}
