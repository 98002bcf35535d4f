using ImGuiNET;

using VolumeViewer.Host.Painting;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Fills the region of the label that is clicked on.</summary>
internal sealed class FillOverlay(ViewTools tools) : IViewOverlay, IDisposable
{
    private readonly RegionFill _fill = new(tools.Bench);
    private readonly GreyRangePicture _range = new(tools);

    public bool Follow(SliceTouch touch)
    {
        if (!PaintHelp.IsPressed)
            return false;
        Tell(_fill.Fill(touch.Axis, touch.Place, PaintHelp.IsErasing));
        return true;
    }

    // An oblique slice has no region of whole voxels of its own: as in 3-D, the region in the volume is filled.
    public bool Follow(PlaneTouch touch)
    {
        if (!PaintHelp.IsPressed || ImGui.GetIO().KeyAlt)
            return false;
        Tell(_fill.Fill(null, touch.Place, PaintHelp.IsErasing));
        return true;
    }

    public bool Follow(VolumeTouch touch)
    {
        if (!PaintHelp.IsPressed || tools.Bench.Tools.Target is not { } layer)
            return false;
        var ray = touch.RayThrough(touch.Pointer);
        if (SurfaceRay.Find(tools.Bench.Viewer, layer, ray, null) is not { } hit)
            return false;
        var inside = ray.At(touch.View.DepthOf(hit.Point) + (float)(0.01 * layer.Spacing.X));
        Tell(_fill.Fill(null, WorldPoint.Of(inside), PaintHelp.IsErasing));
        return true;
    }

    public void Draw(ImDrawListPtr draw, SliceTouch touch)
    {
        if (tools.Bench.Tools.Target is { } layer)
            _range.Draw(draw, touch, layer);
    }

    public void Dispose() => _range.Dispose();

    private void Tell(string? problem)
    {
        if (problem is not null)
            tools.Bench.Notices.Tell(problem);
    }
}
