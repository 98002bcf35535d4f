namespace VolumeViewer.Sdk;

/// <summary>Voxels of a labels layer got other labels.</summary>
public sealed class LabelsChange : LayerChange
{
    private readonly LabelsLayer _labels;
    private readonly LabelDifference _difference;

    internal LabelsChange(LabelsLayer layer, LabelDifference difference, bool isTakingBack = false) : base(layer, $"Edit labels of '{layer.Name}'") =>
        (_labels, _difference, IsTakingBack) = (layer, difference, isTakingBack);

    /// <summary>The box that holds every voxel that changed.</summary>
    public VoxelBox Box => _difference.Box;

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
