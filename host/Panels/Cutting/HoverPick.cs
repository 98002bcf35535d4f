using System.Diagnostics;
using System.Numerics;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>
/// What is seen under the pointer in the 3-D view, for the status bar. It is looked up when the pointer rests or moves slowly, and not oftener than the views can
/// stand.
/// </summary>
internal sealed class HoverPick(ViewTools tools) : IViewOverlay
{
    /// <summary>The least time between two looks.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Stopwatch _since = Stopwatch.StartNew();
    private Vector2 _before;
    private object? _seen;
    private WorldPoint? _place;

    /// <summary>How often something was looked up.</summary>
    public int Looks { get; private set; }

    public bool Follow(VolumeTouch touch)
    {
        if (!touch.IsHovered || touch.IsActive)
            return false;
        var camera = tools.Bench.Viewer.Camera;
        var wanted = (touch.Pointer, tools.Bench.Scene.Volume, camera.Target, camera.Orientation, camera.Distance, camera.Orthographic, touch.Frame);
        var isFast = Vector2.Distance(touch.Pointer, _before) > Theme.Px(12);
        _before = touch.Pointer;
        if (!wanted.Equals(_seen))
        {
            if (isFast || _since.Elapsed < Pause)
            {
                // The place before is still nearly right where the pointer crawls; where it runs, nothing is better than what was.
                tools.State.Hover = isFast ? null : _place;
                tools.Bench.Activity.RequestIn(Pause);
                return false;
            }
            _place = touch.Pick(touch.Pointer);
            _seen = wanted;
            Looks++;
            _since.Restart();
        }
        tools.State.Hover = _place;
        return false;
    }
}
