using System.Diagnostics;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Says which side of a comparison that shows one after the other is to be seen now.</summary>
internal sealed class FlickerClock
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    /// <summary>Whether the sides do not alternate by themselves: the first is seen, the second while its key is held.</summary>
    public bool IsPaused { get; set; }

    /// <summary>The side that is seen in this frame, 0 or 1.</summary>
    public int Side { get; private set; }

    /// <summary>Once a frame.</summary>
    /// <param name="comparison">What is compared, or null.</param>
    /// <param name="isHeld">Whether the key is held that shows the second side.</param>
    /// <param name="activity">Is asked for a frame when the other side has its turn.</param>
    public void Tick(Comparison? comparison, bool isHeld, Activity activity)
    {
        (Side, var next) = SideAt(comparison, _clock.Elapsed.TotalSeconds, isHeld, IsPaused);
        if (next is { } seconds)
            activity.RequestIn(TimeSpan.FromSeconds(seconds));
    }

    /// <summary>The side at a time, and after how many seconds the other has its turn.</summary>
    public static (int Side, double? Next) SideAt(Comparison? comparison, double seconds, bool isHeld, bool isPaused)
    {
        if (comparison?.Mode != ComparisonMode.Flicker || isHeld || isPaused)
            return (isHeld ? 1 : 0, null);
        var turn = Math.Floor(seconds / comparison.SecondsPerSide);
        return ((int)(turn % 2), ((turn + 1) * comparison.SecondsPerSide) - seconds);
    }
}
