namespace VolumeViewer.Sdk;

/// <summary>Voxels of an image layer got other values, written by the program; it cannot be taken back.</summary>
public sealed class ImageVoxelsChange : LayerChange
{
    internal ImageVoxelsChange(ImageLayer layer, VoxelBox box) : base(layer, $"New values in '{layer.Name}'") => Box = box;

    /// <summary>The box that holds every voxel that changed.</summary>
    public VoxelBox Box { get; }

    internal override bool CanUndo => false;

    internal override void Undo() { }

    internal override void Redo() { }

    internal override bool Continues(LayerChange earlier) => false;
}
