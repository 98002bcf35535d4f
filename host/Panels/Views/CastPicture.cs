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

    // While data come in, pictures that show more of them leave most of the time to the reading.
    private static readonly TimeSpan Loading = TimeSpan.FromMilliseconds(80);

    // How often is looked whether the other threads are done.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(8);

    private readonly ViewPicture _coarse = new(tools), _fine = new(tools), _ground = new(tools);
    private readonly SoftwareDrawing _drawing = new();
    private readonly FrameSum _sum = new();
    private readonly MotionPace _pace = new();
    private object? _scene;
    private TimeSpan _changed;
    private bool _isDrawing, _showFine, _isRefined;
    private object? _incomplete;
    private int _details;

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
        else if (now - _changed >= Rest && !_isRefined && Refine(frame))
            Begin(frame);
        else if (_isDrawing && _drawing.IsDone)
            Take(frame);
        else if (!_isDrawing && _sum.Count < FrameSum.Most && now - _changed >= Rest)
            Begin(frame);
        if (_isDrawing || _sum.Count < FrameSum.Most || !_isRefined)
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
        _isDrawing = _showFine = _isRefined = false;
        _sum.Clear();
        var (width, height, quality) = _pace.Next(frame.Width, frame.Height);
        var clock = Stopwatch.StartNew();
        _coarse.Redraw(width, height, target => tools.Renderer.DrawVolumeView(tools.Bench.Viewer, target, quality));
        if (tools.Renderer.IsComplete)
        {
            _pace.Measure(width, height, quality, clock.Elapsed);
            return;
        }
        // Data still come in: the next frame, or a later one where nothing else changes, shows more of them.
        if (Equals(_incomplete, _scene))
            tools.Bench.Activity.RequestIn(Loading);
        else
            tools.Bench.Activity.Request();
        (_incomplete, _scene) = (_scene, null);
    }

    // Whether finer voxels of what the camera is near to have come in: the picture is begun anew with them, and the one that is there stays until then.
    private bool Refine(ViewFrame frame)
    {
        _isRefined = tools.Renderer.Refine(tools.Bench.Viewer, frame.Width, frame.Height, TimeSpan.Zero);
        if (_details == tools.Renderer.DetailVersion)
            return false;
        _drawing.Cancel();
        _sum.Clear();
        return true;
    }

    private void Begin(ViewFrame frame)
    {
        var (x, y) = FrameSum.Place(_sum.Count);
        var shift = (float)_sum.Count / FrameSum.Most;
        _ground.Redraw(frame.Width, frame.Height,
            target => tools.Renderer.BeginVolumeView(tools.Bench.Viewer, target, RenderQuality.Full, _drawing, new Vector2(x, y), shift));
        _details = tools.Renderer.DetailVersion;
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
