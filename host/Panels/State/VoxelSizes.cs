using System.Numerics;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Gives layers another voxel size, and takes along what was placed in their world.</summary>
/// <remarks>
/// The world follows the lowest layer: when its voxels grow, the cursor, the camera, the crop box, the clipping planes and the measurements keep their places on its voxels.
/// </remarks>
internal static class VoxelSizes
{
    /// <summary>Sets the voxel size as one step of undo.</summary>
    /// <param name="viewer">Has the layer.</param>
    /// <param name="history">Of the viewer.</param>
    /// <param name="layer">Whose size is stated.</param>
    /// <param name="spacing">Its new size.</param>
    /// <param name="all">Whether other layers follow: those of the same size get the new one, others grow as much.</param>
    public static void Set(Viewer viewer, UndoHistory history, Layer layer, Spacing spacing, bool all)
    {
        var (old, leading) = (layer.Spacing, Leading(viewer));
        if (old == spacing)
            return;
        var (z, y, x) = (spacing.Z / old.Z, spacing.Y / old.Y, spacing.X / old.X);
        using (history.Step(all && viewer.Layers.Count(HasVoxels) > 1 ? $"Voxel size of all layers {Words(spacing)}" : $"Voxel size of '{layer.Name}' {Words(spacing)}"))
        {
            foreach (var each in all ? viewer.Layers.Where(HasVoxels).ToList() : [layer])
            {
                var own = each.Spacing;
                each.Spacing = own == old ? spacing : new Spacing(own.Z * z, own.Y * y, own.X * x, spacing.IsCalibrated);
                if (each.ClippingPlanes.Length > 0)
                    each.ClippingPlanes = [.. each.ClippingPlanes.Select(plane => Stretched(plane, new Vector3((float)x, (float)y, (float)z)))];
            }
            if (all || layer == leading)
            {
                viewer.Measurements.Items = [.. viewer.Measurements.Select(item => item.Stretched(z, y, x))];
                viewer.Notes.Items = [.. viewer.Notes.Select(note => note.Place is { } at ? note with { Place = new WorldPoint(at.Z * z, at.Y * y, at.X * x) } : note)];
            }
        }
    }

    /// <summary>Lets what is no step of undo follow a change of the lowest layer's voxel size, whoever made it.</summary>
    public static void Follow(Viewer viewer, LayerPropertyChange change)
    {
        if (change.Layer != Leading(viewer) || change.OldValue is not Spacing old || change.NewValue is not Spacing now)
            return;
        var stretch = new Vector3((float)(now.X / old.X), (float)(now.Y / old.Y), (float)(now.Z / old.Z));
        viewer.Cursor = new WorldPoint(viewer.Cursor.Z * now.Z / old.Z, viewer.Cursor.Y * now.Y / old.Y, viewer.Cursor.X * now.X / old.X);
        var camera = viewer.Camera;
        // As large in the picture as before, by the diagonal of the layer.
        var size = Viewer.ExtentOf(change.Layer);
        camera.Distance *= size.Length() / (size / stretch).Length();
        camera.Target *= stretch;
        if (viewer.CropBox is { } box)
            viewer.CropBox = new CropBox(box.Low * stretch, box.High * stretch);
        if (viewer.ClippingPlanes.Length > 0)
            viewer.ClippingPlanes = [.. viewer.ClippingPlanes.Select(plane => Stretched(plane, stretch))];
    }

    private static Layer? Leading(Viewer viewer) => viewer.Layers.FirstOrDefault(HasVoxels);

    private static bool HasVoxels(Layer layer) => layer is ImageLayer or LabelsLayer;

    // A normal is stretched the other way, so that it stays at right angles to its plane.
    private static ClippingPlane Stretched(ClippingPlane plane, Vector3 stretch) => new(plane.Point * stretch, plane.Normal / stretch, plane.IsOn);

    private static string Words(Spacing spacing) => spacing.IsCalibrated ? $"to {spacing}" : "unknown";
}
