using System.Diagnostics;

namespace Silk.NET.Windowing.Glfw;

/// <summary>Says when it is time for the next frame, and how long the last one was ago.</summary>
internal sealed class FrameLoop(double perSecond)
{
    private readonly Stopwatch _sinceLast = new();

    internal double PerSecond { get; set; } = perSecond;

    internal void Start() => _sinceLast.Restart();

    internal bool IsDue(out double seconds, bool always = false)
    {
        seconds = _sinceLast.Elapsed.TotalSeconds;
        if (!always && PerSecond > 0 && seconds < 1 / PerSecond)
            return false;
        _sinceLast.Restart();
        return true;
    }
}
