using System.Diagnostics;

using ImGuiNET;

using VolumeViewer.Host.Rendering;

namespace VolumeViewer.Host.Panels;

/// <summary>The picture of the 3-D view of one side of a comparison, or of all: coarse at once when something changes, fine when it has come to rest.</summary>
internal sealed class VolumePicture(ViewTools tools) : IDisposable
{
    private static readonly TimeSpan LongestPicture = TimeSpan.FromMilliseconds(40);

    private readonly ViewPicture _fine = new(tools), _coarse = new(tools);
    private readonly QualityClock _quality = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private PictureMean? _mean;
    private TimeSpan _took;
    private CastPicture? _cast;
    private bool _showFine;

    /// <summary>Draws it where something has changed, and puts parts of it into the window.</summary>
    /// <param name="frame">Where it stands.</param>
    /// <param name="scene">What it depends on, compared by value.</param>
    /// <param name="side">Which layers it shows.</param>
    /// <param name="parts">Which parts are seen.</param>
    public void Show(ViewFrame frame, object scene, ComparedSide side, IEnumerable<ComparisonTile> parts)
    {
        tools.Renderer.Shows = side.Shows;
        var shown = tools.Renderer.UsesCpu ? (_cast ??= new CastPicture(tools)).Draw(frame, scene, _clock.Elapsed) : Draw(frame, scene);
        tools.Renderer.Shows = null;
        foreach (var part in parts)
            shown.ShowPart(frame, part);
    }

    public void Dispose()
    {
        _fine.Dispose();
        _coarse.Dispose();
        _mean?.Dispose();
        _cast?.Dispose();
    }

    // With OpenGL.
    private ViewPicture Draw(ViewFrame frame, object scene)
    {
        // A slider that is held changes the scene again in a moment.
        var isHeld = ImGui.IsAnyMouseDown() && ImGui.IsAnyItemActive();
        if (_quality.Next(scene, _clock.Elapsed, isHeld) is { } quality)
            Redraw(frame, quality);
        else if (!_quality.IsPending && !isHeld)
            Smooth(frame);
        if (_quality.IsPending)
            tools.Bench.Activity.RequestIn(QualityClock.Rest);
        return _showFine ? _fine : _coarse;
    }

    private void Redraw(ViewFrame frame, RenderQuality quality)
    {
        _showFine = quality == RenderQuality.Full;
        var (picture, part) = _showFine ? (_fine, 1) : (_coarse, 2);
        picture.Redraw(Math.Max(1, frame.Width / part), Math.Max(1, frame.Height / part), target => tools.Renderer.DrawVolumeView(tools.Bench.Viewer, target, quality));
        _mean?.Clear();
        _took = default;
        if (tools.Renderer.IsComplete)
            return;
        // Data still come in: the next frame shows more of them.
        _quality.Forget();
        tools.Bench.Activity.Request();
    }

    // Once it rests, the mean of more and more pictures takes the place of the fine one; not where one of them would hold up the window.
    private void Smooth(ViewFrame frame)
    {
        _mean ??= tools.Renderer.CreateMean();
        if (!_showFine || tools.Renderer.IsGlSoftware || _mean.Count >= PictureMean.Most || _took > LongestPicture)
            return;
        var clock = Stopwatch.StartNew();
        _fine.Redraw(frame.Width, frame.Height, target =>
        {
            var (jitter, shift) = PictureMean.ShiftOf(_mean.Count);
            tools.Renderer.DrawVolumeView(tools.Bench.Viewer, target, RenderQuality.Full, shift, jitter);
            _mean.Add(target);
        });
        _took = clock.Elapsed;
        tools.Bench.Activity.Request();
    }
}
