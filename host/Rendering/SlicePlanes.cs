using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>When a slice view takes its voxels from a single slice at full resolution instead of the 3-D texture.</summary>
internal static class SlicePlanes
{
    /// <summary>Gets the slice that a view needs, if it needs one.</summary>
    /// <returns>Whether the view can be drawn as well as it ever can.</returns>
    public static bool Prepare(PlaneTexture plane, Layer layer, SlicePass pass, bool isReduced, bool isComplete, TimeSpan budget)
    {
        var z = SliceOf(layer, pass);
        // Slices across y and x would need the whole volume to be read, so they come from the 3-D texture always.
        return pass.Camera.Axis != Axis.Z || z < 0 || (isComplete && !isReduced) ? isComplete : plane.Prepare(z, budget);
    }

    /// <summary>Whether a view shows the plane: when it holds the right slice, or an earlier one and there is nothing better yet.</summary>
    public static bool Shows(PlaneTexture plane, Layer layer, SlicePass pass, bool isComplete)
    {
        var z = SliceOf(layer, pass);
        return pass.Camera.Axis == Axis.Z && plane.Slice >= 0 && z >= 0 && (plane.Slice == z || !isComplete);
    }

    private static int SliceOf(Layer layer, SlicePass pass)
    {
        var z = pass.Cursor.VoxelIndex(Axis.Z, layer);
        return z < layer.Shape.Depth ? z : -1;
    }
}
