using System.Diagnostics;
using System.Numerics;

using VolumeViewer.Host.Rendering;

namespace VolumeViewer.Host.Panels;

/// <summary>
/// The 3-D picture as the processor's cores draw it. While something moves it is as coarse as it must be to be there at once; as soon as nothing moves it is
/// drawn in full by other threads, which the next motion stops, and then several times with shifted lines of sight, so that edges become smooth.
/// </summary>
internal sealed class CastPicture(ViewTools tools) : IDisposable
{
    /// <summary>How long nothing may change before the fine picture is begun: hardly longer than from one movement of the pointer to the next.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(30);

    // How often is looked whether the other threads are done.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(8);

    private readonly ViewPicture _coarse = new(tools), _fine = new(tools), _ground = new(tools);
    private readonly SoftwareDrawing _drawing = new();
    private readonly FrameSum _sum = new();
    private readonly MotionPace _pace = new();
    private object? _scene;
    private TimeSpan _changed;
    private bool _isDrawing, _showFine;

    /// <summary>Draws what the scene asks for, as far as it can be done at once.</summary>
    /// <param name="frame">Where the picture stands.</param>
    /// <param name="scene">What it depends on, compared by value.</param>
    /// <param name="now">The time.</param>
    /// <returns>The best picture there is.</returns>
    public ViewPicture Draw(ViewFrame frame, object scene, TimeSpan now)
    {
        if (!scene.Equals(_scene))
        {
            (_scene, _changed) = (scene, now);
            DrawCoarse(frame);
        }
        else if (_isDrawing && _drawing.IsDone)
            Take(frame);
        else if (!_isDrawing && _sum.Count < FrameSum.Most && now - _changed >= Rest)
            Begin(frame);
        if (_isDrawing || _sum.Count < FrameSum.Most)
            tools.Bench.Activity.RequestIn(_isDrawing ? Look : Rest);
        return _showFine ? _fine : _coarse;
    }

    public void Dispose()
    {
        _drawing.Cancel();
        _coarse.Dispose();
        _fine.Dispose();
        _ground.Dispose();
    }

    private void DrawCoarse(ViewFrame frame)
    {
        _drawing.Cancel();
        _isDrawing = _showFine = false;
        _sum.Clear();
        var (width, height, quality) = _pace.Next(frame.Width, frame.Height);
        var clock = Stopwatch.StartNew();
        _coarse.Redraw(width, height, target => tools.Renderer.DrawVolumeView(tools.Bench.Viewer, target, quality));
        if (tools.Renderer.IsComplete)
        {
            _pace.Measure(width, height, quality, clock.Elapsed);
            return;
        }
        // Data still come in: the next frame shows more of them.
        _scene = null;
        tools.Bench.Activity.Request();
    }

    private void Begin(ViewFrame frame)
    {
        var (x, y) = FrameSum.Place(_sum.Count);
        var shift = (float)_sum.Count / FrameSum.Most;
        _ground.Redraw(frame.Width, frame.Height,
            target => tools.Renderer.BeginVolumeView(tools.Bench.Viewer, target, RenderQuality.Full, _drawing, new Vector2(x, y), shift));
        _isDrawing = true;
    }

    private void Take(ViewFrame frame)
    {
        _isDrawing = false;
        if (_drawing.IsCancelled)
            return;
        _sum.Add(_drawing.Frame);
        _fine.Redraw(frame.Width, frame.Height, target => tools.Renderer.EndVolumeView(target, _drawing));
        _showFine = true;
        if (_sum.Count < FrameSum.Most)
            Begin(frame);
    }
}
