using VolumeViewer.Host.Painting;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Takes the label under a click, and goes back to the tool from before.</summary>
internal sealed class PickOverlay(ViewTools tools) : IViewOverlay
{
    public bool Follow(SliceTouch touch) => PaintHelp.IsPressed && Take(touch.Place);

    public bool Follow(PlaneTouch touch) => PaintHelp.IsPressed && Take(touch.Place);

    public bool Follow(VolumeTouch touch)
    {
        if (!PaintHelp.IsPressed || tools.Bench.Tools.Target is not { } layer)
            return false;
        if (SurfaceRay.Find(tools.Bench.Viewer, layer, touch.RayThrough(touch.Pointer), null) is not { } hit)
            return false;
        // The place lies on the voxel's face: a little further it is inside.
        var inside = touch.RayThrough(touch.Pointer).At(touch.View.DepthOf(hit.Point) + (float)(0.01 * layer.Spacing.X));
        return Take(WorldPoint.Of(inside));
    }

    private bool Take(WorldPoint place)
    {
        var paint = tools.Bench.Tools;
        if (paint.Target is not { } layer)
            tools.Bench.Notices.Tell(PaintHelp.NoLayer);
        else if (RegionFill.VoxelOf(layer, place) is var (z, y, x))
        {
            tools.Bench.Hand.Take(tools.Bench.Hand.Before is { UsesPhase: true } before && before != ToolTable.Pick ? before : ToolTable.Brush);
            paint.TakeLabel(layer.Labels.Slice(z)[(y * layer.Shape.Width) + x]);
        }
        return true;
    }
}
