namespace VolumeViewer.Sdk;

/// <summary>A volume of labels, drawn by the colours of its phases.</summary>
public sealed class LabelsLayer : Layer
{
    private PhaseTable _phases;
    private int _contourWidth;
    private bool _showsUnlabelled = true;
    private long _edition;
    private (long Edition, int Highest)? _known;

    /// <summary>Takes over the volume: disposing the layer disposes it.</summary>
    public LabelsLayer(string name, LabelVolume labels) : base(name)
    {
        ArgumentNullException.ThrowIfNull(labels);
        Labels = labels;
        _phases = labels.Phases;
    }

    /// <summary>The labels. Their names, colours and visibility are those of <see cref="Phases"/>, which the user may have changed. Another object with the same voxels once
    /// <see cref="Spacing"/> was set.</summary>
    public LabelVolume Labels { get; private set; }

    /// <summary>Names, colours and visibility of the phases. Phases may be added at the end, and taken away there while no voxel has them.</summary>
    /// <exception cref="ArgumentException">The new table lacks a phase that voxels have.</exception>
    public PhaseTable Phases
    {
        get => _phases;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Count < Labels.Phases.Count && HighestFrom(value.Count) is var last and >= 0)
                throw new ArgumentException($"The layer '{Name}' has voxels of phase {last + 1}, '{_phases[last].Name}'; the new table has only {value.Count}.", nameof(value));
            if (value.Count != Labels.Phases.Count)
                Labels.Resize(value);
            Set(ref _phases, value);
        }
    }

    /// <summary>Width of the phases' outlines in slices, in pixels of the view; 0 fills them. 0 to 100.</summary>
    public int ContourWidth { get => _contourWidth; set => Set(ref _contourWidth, Math.Clamp(value, 0, 100)); }

    /// <summary>Whether slices mark the voxels that belong to no phase, with a thin hatch.</summary>
    public bool ShowsUnlabelled { get => _showsUnlabelled; set => Set(ref _showsUnlabelled, value); }

    /// <summary>Changes labels within a box, row by row; what painting is made of. The change can be undone.</summary>
    /// <param name="box">Holds every voxel that may change.</param>
    /// <param name="edit">Called for each row of the box with its labels, which it may overwrite with phases or <see cref="LabelVolume.Unlabelled"/>.</param>
    /// <returns>Whether any voxel changed.</returns>
    /// <exception cref="ArgumentException">The box reaches out of the layer, or a label is none of its phases; no voxel is changed then.</exception>
    public bool Edit(VoxelBox box, LabelRowEdit edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        if (!box.IsWithin(Shape))
            throw new ArgumentException($"The box of {box} reaches out of the layer '{Name}' of {Shape} voxels.", nameof(box));
        var (builder, after) = (new LabelDifference.Builder(box), new byte[box.Width]);
        try
        {
            for (var z = box.Z; z <= box.LastZ; z++)
            {
                for (var y = box.Y; y < box.Y + box.Height; y++)
                {
                    var at = (y * Shape.Width) + box.X;
                    var row = Labels.Slice(z).Slice(at, box.Width);
                    row.CopyTo(after);
                    edit(z, y, after);
                    Check(after);
                    builder.Add(row, after);
                    if (!row.SequenceEqual(after))
                        after.CopyTo(Labels.Changing(z)[at..]);
                }
            }
        }
        catch
        {
            builder.UndoPart(Labels);
            throw;
        }
        if (builder.HasChanges)
            Tell(new LabelsChange(this, builder.ToDifference()));
        return builder.HasChanges;
    }

    /// <summary>Gives every voxel of a box one label. The change can be undone.</summary>
    /// <param name="box">The voxels.</param>
    /// <param name="label">A phase, or <see cref="LabelVolume.Unlabelled"/>.</param>
    /// <returns>Whether any voxel changed.</returns>
    /// <exception cref="ArgumentException">The box reaches out of the layer, or the label is none of its phases.</exception>
    public bool Fill(VoxelBox box, byte label) => Edit(box, (_, _, row) => row.Fill(label));

    /// <summary>Writes labels that the program made, such as a preview that is made again and again: undo does not know of it.</summary>
    /// <param name="box">The voxels.</param>
    /// <param name="labels">Their labels in the order (z, y, x) of the box: phases or <see cref="LabelVolume.Unlabelled"/>.</param>
    /// <exception cref="ArgumentException">The box reaches out of the layer, there are not as many labels as it has voxels, or one is none of the phases.</exception>
    public void Write(VoxelBox box, ReadOnlySpan<byte> labels)
    {
        if (!box.IsWithin(Shape))
            throw new ArgumentException($"The box of {box} reaches out of the layer '{Name}' of {Shape} voxels.", nameof(box));
        if (labels.Length != box.VoxelCount)
            throw new ArgumentException($"The box of {box} needs {box.VoxelCount} labels, got {labels.Length}.", nameof(labels));
        Check(labels);
        for (var z = box.Z; z <= box.LastZ; z++)
        {
            for (var y = box.Y; y < box.Y + box.Height; y++, labels = labels[box.Width..])
                labels[..box.Width].CopyTo(Labels.Changing(z)[((y * Shape.Width) + box.X)..]);
        }
        Tell(new LabelsChange(this, new LabelDifference.Builder(box).ToDifference(), isTakingBack: true, toNew: null));
    }

    /// <summary>Grows with every change of labels, so that who read them can tell whether they still are what was read.</summary>
    public long Edition => Volatile.Read(ref _edition);

    /// <summary>Finds out how other labels differ, so that they can take the place of the layer's at once. Safe from any thread, and meant for one in the background.</summary>
    /// <param name="labels">As many voxels as the layer has; only read, and not needed afterwards.</param>
    /// <param name="cancellationToken">Cancels the comparison.</param>
    /// <exception cref="ArgumentException">The labels have another shape.</exception>
    public LabelsReplacement PrepareReplacement(LabelVolume labels, CancellationToken cancellationToken = default) => Prepare(labels, null, cancellationToken);

    /// <summary>The same, telling how far it is.</summary>
    /// <param name="labels">As many voxels as the layer has; only read, and not needed afterwards.</param>
    /// <param name="progress">Told the share of slices that are compared, 0 to 1, from several threads.</param>
    /// <param name="cancellationToken">Cancels the comparison.</param>
    /// <exception cref="ArgumentException">The labels have another shape.</exception>
    public LabelsReplacement PrepareReplacement(LabelVolume labels, IProgress<double> progress, CancellationToken cancellationToken = default) => Prepare(labels, progress, cancellationToken);

    private LabelsReplacement Prepare(LabelVolume labels, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Shape != Shape)
            throw new ArgumentException($"The layer '{Name}' has {Shape} voxels, the labels to replace its own have {labels.Shape}.", nameof(labels));
        return LabelsReplacement.Compare(this, labels, progress, cancellationToken);
    }

    /// <inheritdoc/>
    public override VolumeShape Shape => Labels.Shape;

    /// <inheritdoc/>
    public override Spacing Spacing
    {
        get => Labels.Spacing;
        set
        {
            var before = Labels.Spacing;
            if (value == before)
                return;
            Labels = Labels.WithSpacing(value);
            Set(ref before, value);
        }
    }

    /// <inheritdoc/>
    public override long MemoryBytes => Labels.MemoryBytes;

    internal void Apply(LabelDifference difference, bool toNew)
    {
        difference.Apply(Labels, toNew);
        Tell(new LabelsChange(this, difference, isTakingBack: true, toNew));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => Labels.Dispose();

    // The highest label that a voxel has, if it is not below another.
    private int HighestFrom(int least) => _known is var (edition, highest) && edition == Edition ? (highest >= least ? highest : -1) : Labels.HighestFrom(least);

    internal void Replace(LabelDifference difference, IReadOnlyDictionary<int, byte[]> whole)
    {
        foreach (var (z, labels) in whole)
            Labels.Put(z, labels);
        difference.Apply(Labels, toNew: true, whole.ContainsKey);
        Tell(new LabelsChange(this, difference));
    }

    // Whoever compared all voxels knows which labels there are.
    internal void TellHighest(int label) => _known = (Edition, label);

    private void Tell(LabelsChange change)
    {
        Interlocked.Increment(ref _edition);
        RaiseChanged(change, nameof(Labels));
    }

    private void Check(ReadOnlySpan<byte> row)
    {
        // No label between the last phase and unlabelled.
        if (Labels.Phases.Count == LabelVolume.Unlabelled || row.IndexOfAnyInRange((byte)Labels.Phases.Count, (byte)(LabelVolume.Unlabelled - 1)) is not (var place and >= 0))
            return;
        throw new ArgumentException($"The label {row[place]} is none of the {Labels.Phases.Count} phases of the layer '{Name}', and is not "
            + $"{LabelVolume.Unlabelled} (unlabelled).");
    }
}
