using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Goes through the slices across an axis by itself.</summary>
internal sealed class SlicePlayer
{
    /// <summary>Bounds of <see cref="FramesPerSecond"/>.</summary>
    public const float Slowest = 0.5f, Fastest = 60;

    private double _next;
    private int _direction = 1;

    /// <summary>The axis whose slices are shown one after the other, or null while nothing is played.</summary>
    public Axis? Playing { get; private set; }

    /// <summary>Slices shown in a second.</summary>
    public float FramesPerSecond { get; set; } = 10;

    /// <summary>What happens at the end.</summary>
    public PlayMode Mode { get; set; }

    /// <summary>Slices from one that is shown to the next, also of keys and the wheel; at least 1.</summary>
    public int Step { get; set; } = 1;

    /// <summary>Begins to play the slices across an axis, or stops.</summary>
    public void Toggle(Axis axis)
    {
        Playing = Playing == axis ? null : axis;
        (_next, _direction) = (0, 1);
    }

    public void Stop() => Playing = null;

    /// <summary>Once a frame: goes on where it is time.</summary>
    /// <param name="viewer">Its cursor is moved.</param>
    /// <param name="now">Seconds.</param>
    /// <returns>After how many seconds the next slice has its turn, or null while nothing is played.</returns>
    public double? Tick(Viewer viewer, double now)
    {
        if (Playing is not { } axis)
            return null;
        if (SliceSteps.Of(viewer, axis) is not { } steps)
        {
            Stop();
            return null;
        }
        var period = 1 / Math.Clamp(FramesPerSecond, Slowest, Fastest);
        if (_next == 0)
            _next = now + period;
        else if (now >= _next)
        {
            // Frames that were missed are not made up for: slices would be skipped.
            _next = Math.Max(_next + period, now);
            if (Next(steps.Index(viewer.Cursor), steps.Count, Math.Max(1, Step), Mode, ref _direction) is { } index)
                viewer.Cursor = steps.At(viewer.Cursor, index);
            else
                Stop();
        }
        return Playing is null ? null : Math.Max(0, _next - now);
    }

    /// <summary>The slice after one, or null at the end.</summary>
    /// <param name="index">The one.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="step">From one to the next.</param>
    /// <param name="mode">What happens at the end.</param>
    /// <param name="direction">1, or −1 on the way back.</param>
    public static int? Next(int index, int count, int step, PlayMode mode, ref int direction)
    {
        if (count < 2)
            return null;
        if (mode != PlayMode.BackAndForth)
            direction = 1;
        var next = index + (step * direction);
        if (next >= 0 && next < count)
            return next;
        if (mode == PlayMode.Once)
            return index == count - 1 ? null : count - 1;
        if (mode == PlayMode.Loop)
            return 0;
        var end = direction > 0 ? count - 1 : 0;
        direction = -direction;
        return index == end ? Math.Clamp(index + (step * direction), 0, count - 1) : end;
    }
}
