namespace VolumeViewer.Sdk;

/// <summary>Voxels of a labels layer got other labels.</summary>
public sealed class LabelsChange : LayerChange
{
    private readonly LabelsLayer _labels;
    private readonly LabelDifference _difference;
    private readonly bool? _toNew;

    // Whether the difference was applied forwards; null where it tells nothing of the labels.
    internal LabelsChange(LabelsLayer layer, LabelDifference difference, bool isTakingBack = false, bool? toNew = true) : base(layer, $"Edit labels of '{layer.Name}'") =>
        (_labels, _difference, IsTakingBack, _toNew) = (layer, difference, isTakingBack, toNew);

    /// <summary>The box that holds every voxel that changed.</summary>
    public VoxelBox Box => _difference.Box;

    /// <summary>Adds to each label's entry by how many voxels more have that label now; below 0 for fewer.</summary>
    /// <param name="counts">An entry for each of the 256 labels.</param>
    /// <returns>Whether that is known; not of labels that the program wrote (<see cref="LabelsLayer.Write"/>), which must be counted again.</returns>
    /// <exception cref="ArgumentException">There are fewer entries.</exception>
    public bool TryAddTo(Span<long> counts)
    {
        if (counts.Length <= byte.MaxValue)
            throw new ArgumentException($"There are 256 labels, got {counts.Length} counts.", nameof(counts));
        if (_toNew is not { } toNew)
            return false;
        _difference.Count(counts, toNew);
        return true;
    }

    /// <inheritdoc/>
    public override long HeldBytes => _difference.ByteCount;

    // What undo and redo raise, to tell of the voxels, and what the program writes: the history knows of the one, and shall not know of the other.
    private bool IsTakingBack { get; }

    internal override bool CanUndo => !IsTakingBack;

    internal override void Undo() => _labels.Apply(_difference, toNew: false);

    internal override void Redo() => _labels.Apply(_difference, toNew: true);

    // The edits of a stroke are kept one by one: each is small, and their boxes may lie far apart.
    internal override bool Continues(LayerChange earlier) => earlier is LabelsChange && ReferenceEquals(earlier.Layer, Layer);
}
