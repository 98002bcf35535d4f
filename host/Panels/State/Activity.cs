using System.Diagnostics;

namespace VolumeViewer.Host.Panels;

/// <summary>Knows when the window has to be drawn again; at rest it is not drawn at all.</summary>
internal sealed class Activity
{
    // The interface settles within this many frames after an input: one sees the click, the next its effect, the third its layout.
    private const int SettlingFrames = 3;

    private const int MostFrames = 200;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private int _frames = SettlingFrames;
    private int _wakes;
    private TimeSpan _next = TimeSpan.MaxValue;

    /// <summary>Asks for the next frames to be drawn; the window's thread only.</summary>
    public void Request() => _frames = SettlingFrames;

    /// <summary>
    /// The same for a key or a button. Dear ImGui takes up at most one change of each a frame, so what is typed faster than frames are drawn needs as
    /// many frames as there are changes; at rest the last of them would wait for the next input.
    /// </summary>
    public void RequestForInput() => _frames = Math.Clamp(_frames + 1, SettlingFrames, MostFrames);

    /// <summary>The same from any thread.</summary>
    public void Wake() => Interlocked.Exchange(ref _wakes, 1);

    /// <summary>Asks for one frame after a while, for what changes with time.</summary>
    public void RequestIn(TimeSpan delay)
    {
        var when = _clock.Elapsed + delay;
        if (when < _next)
            _next = when;
    }

    /// <summary>Whether a frame has to be drawn now; takes it off the account.</summary>
    public bool Take()
    {
        if (Interlocked.Exchange(ref _wakes, 0) != 0)
            _frames = SettlingFrames;
        if (_clock.Elapsed >= _next)
        {
            _next = TimeSpan.MaxValue;
            _frames = Math.Max(_frames, 1);
        }
        if (_frames == 0)
            return false;
        _frames--;
        return true;
    }
}
