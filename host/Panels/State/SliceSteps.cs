using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Counts the slices along one axis: in voxels of the layer that is selected, over all that is shown.</summary>
internal readonly record struct SliceSteps(Axis Axis, double StepMicrometres, int Count, bool IsCalibrated)
{
    public string Unit => IsCalibrated ? "µm" : "voxel";

    /// <summary>The slices of a viewer, or null if it has no layer.</summary>
    public static SliceSteps? Of(Viewer viewer, Axis axis)
    {
        if (Reference(viewer) is not { } layer)
            return null;
        var extent = viewer.Extent;
        var step = layer.Spacing.Along(axis);
        var length = axis switch { Axis.Z => extent.Z, Axis.Y => extent.Y, _ => extent.X };
        // The extent is in floats: half a thousandth of a slice is rounding, not a slice.
        return new SliceSteps(axis, step, Math.Max(1, (int)Math.Ceiling((length / step) - 5e-4)), layer.Spacing.IsCalibrated);
    }

    /// <summary>The layer whose voxels are counted.</summary>
    public static Layer? Reference(Viewer viewer) =>
        viewer.SelectedLayer is { Visible: true } selected ? selected : viewer.Layers.LastOrDefault(layer => layer.Visible) ?? viewer.SelectedLayer;

    public int Index(WorldPoint cursor) => Math.Clamp((int)Math.Floor(cursor.Along(Axis) / StepMicrometres), 0, Count - 1);

    /// <summary>The cursor moved into the middle of a slice.</summary>
    public WorldPoint At(WorldPoint cursor, int index) => cursor.With(Axis, (Math.Clamp(index, 0, Count - 1) + 0.5) * StepMicrometres);

    /// <summary>For example "64 / 127" and "25.2 µm".</summary>
    public string Text(WorldPoint cursor) => IsCalibrated
        ? $"{Index(cursor)} / {Count - 1}   {Lengths.Text(cursor.Along(Axis))}"
        : $"{Index(cursor)} / {Count - 1}";
}
