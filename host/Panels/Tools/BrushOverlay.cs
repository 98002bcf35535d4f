using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Painting;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Brush and eraser in the views: the left button paints, with Ctrl it erases and with Alt it draws a straight line; with Shift it does what it does without a tool.</summary>
internal sealed class BrushOverlay(ViewTools tools) : IViewOverlay, IDisposable
{
    private readonly GreyRangePicture _range = new(tools);
    private readonly RegionFill _fill = new(tools.Bench);
    private Axis? _stroked;
    private UndoStep? _beforeClick, _clicked;
    private bool _isStrokingVolume, _isStrokingPlane, _isFilling;
    private WorldPoint? _onPlane;
    private Vector2 _lastPointer;
    private Vector3 _lastHit;

    // Where the brush is shown: the place, and the view that has the pointer.
    private (WorldPoint Place, Axis? Axis, SurfaceHit? Hit)? _shown;

    private PaintTools Paint => tools.Bench.Tools;

    public bool Follow(SliceTouch touch)
    {
        if (touch.IsHovered || _stroked == touch.Axis)
            Show((touch.Place, touch.Axis, null));
        else if (_shown is { } shown && shown.Axis == touch.Axis)
            Show(null);
        // The button that filled is held: the crosshair must not follow.
        _isFilling &= ImGui.IsMouseDown(ImGuiMouseButton.Left);
        if (_isFilling)
            return true;
        if (PaintHelp.IsPressed && ImGui.IsMouseDoubleClicked(ImGuiMouseButton.Left) && Paint.Options.DoubleClickFills)
        {
            Fill(touch);
            return true;
        }
        if (PaintHelp.IsPressed)
        {
            _stroked = touch.Axis;
            _beforeClick = tools.Bench.History.Undoable;
            if (!Paint.Begin(touch.Axis, touch.Place, PaintHelp.IsErasing, ImGui.GetIO().KeyAlt) && Paint.Target is null)
                tools.Bench.Notices.Tell(PaintHelp.NoLayer);
        }
        if (_stroked != touch.Axis)
            return false;
        // Not where the button came up: when frames are slow, the pointer may be far away by then, on its way to the next stroke.
        if (touch.IsActive && ImGui.IsMouseDown(ImGuiMouseButton.Left))
        {
            Paint.MoveTo(touch.Place);
            return true;
        }
        Paint.End();
        _stroked = null;
        _clicked = tools.Bench.History.Undoable;
        return true;
    }

    public bool Follow(VolumeTouch touch)
    {
        if (!touch.IsHovered && !_isStrokingVolume)
        {
            if (_shown is { Axis: null })
                Show(null);
            return false;
        }
        if (PaintHelp.LeavesPointer && !_isStrokingVolume)
        {
            Show(null);
            return false;
        }
        // The surface is looked for when the pointer or what it points at has moved, and while it paints.
        var hit = Hit(touch);
        Show(hit is { } found ? (found.Place, null, hit) : null);
        if (PaintHelp.IsPressed && hit is { } begin)
        {
            _isStrokingVolume = Paint.BeginInVolume(begin.Place, PaintHelp.IsErasing);
            (_lastHit, _lastPointer) = (begin.Point, touch.Pointer);
            return _isStrokingVolume;
        }
        if (!_isStrokingVolume)
            return false;
        if (!touch.IsActive || !ImGui.IsMouseDown(ImGuiMouseButton.Left))
        {
            Paint.End();
            _isStrokingVolume = false;
            return true;
        }
        if (touch.Pointer != _lastPointer && hit is { } next)
        {
            // Over the edge of what is in front, the brush is lifted.
            var isJump = Vector3.Distance(next.Point, _lastHit) > Math.Max(4 * SizeMicrometres(), Vector3.Distance(touch.RayThrough(touch.Pointer).At(touch.View.DepthOf(_lastHit)), _lastHit) * 3);
            Paint.MoveTo(next.Place, isJump);
            _lastHit = next.Point;
        }
        _lastPointer = touch.Pointer;
        return true;
    }

    public bool Follow(PlaneTouch touch)
    {
        _onPlane = touch.IsHovered || _isStrokingPlane ? touch.Place : null;
        if (PaintHelp.IsPressed)
        {
            _isStrokingPlane = Paint.BeginOnPlane(tools.Bench.Viewer.Oblique, touch.Place, PaintHelp.IsErasing, ImGui.GetIO().KeyAlt);
            if (!_isStrokingPlane && Paint.Target is null)
                tools.Bench.Notices.Tell(PaintHelp.NoLayer);
        }
        if (!_isStrokingPlane)
            return false;
        if (touch.IsActive && ImGui.IsMouseDown(ImGuiMouseButton.Left))
        {
            Paint.MoveTo(touch.Place);
            return true;
        }
        Paint.End();
        _isStrokingPlane = false;
        return true;
    }

    public void Draw(ImDrawListPtr draw, SliceTouch touch)
    {
        if (Paint.Target is not { } layer)
            return;
        _range.Draw(draw, touch, layer);
        if (_shown is var (place, axis, _))
            BrushMark.Draw(draw, touch, layer, Paint.Options.Tip(layer.Spacing, axis), place, Color(layer));
    }

    public void Draw(ImDrawListPtr draw, VolumeTouch touch)
    {
        if (Paint.Target is { } layer && _shown is { Hit: { } hit })
            BrushMark.Ring(draw, touch, hit, SizeMicrometres() / 2, Color(layer));
    }

    public void Draw(ImDrawListPtr draw, PlaneTouch touch)
    {
        if (Paint.Target is { } layer && _onPlane is { } place)
            BrushMark.Draw(draw, touch, place, SizeMicrometres() / 2, Paint.Options.IsRound, Color(layer));
    }

    public void Dispose() => _range.Dispose();

    // The first of the two clicks has painted: that is taken back, so that the region is the one that was seen.
    private void Fill(SliceTouch touch)
    {
        _isFilling = true;
        if (_clicked is not null && _clicked != _beforeClick && tools.Bench.History.Undoable == _clicked)
            tools.Bench.History.Undo();
        _clicked = null;
        if (_fill.Fill(touch.Axis, touch.Place, PaintHelp.IsErasing) is { } problem)
            tools.Bench.Notices.Tell(problem);
    }

    private SurfaceHit? Hit(VolumeTouch touch)
    {
        if (Paint.Target is { } layer && layer.Visible && SurfaceRay.Find(tools.Bench.Viewer, layer, touch.RayThrough(touch.Pointer), Paint.Original) is { } hit)
            return hit;
        // Nothing is labelled there: what else is seen, though only when it is painted on, since this takes its time.
        if ((PaintHelp.IsPressed || _isStrokingVolume) && touch.Pick(touch.Pointer) is { } seen)
            return new SurfaceHit(seen.ToVector3(), -touch.View.Forward);
        return null;
    }

    private float SizeMicrometres()
    {
        var options = Paint.Options;
        var spacing = Paint.Target?.Spacing ?? Spacing.Uncalibrated;
        return (float)(options.IsMicrometres ? options.Size : options.Size * spacing.Finest);
    }

    private Vector4 Color(LabelsLayer layer) =>
        Paint.Given(layer, PaintHelp.IsErasing) is var label && label == LabelVolume.Unlabelled ? Theme.Text : Theme.Of(layer.Phases[label].Color) with { W = 1 };

    // Views that were drawn before this one in the frame show it in the next.
    private void Show((WorldPoint Place, Axis? Axis, SurfaceHit? Hit)? shown)
    {
        if (_shown.Equals(shown))
            return;
        _shown = shown;
        tools.Bench.Activity.Request();
    }
}
