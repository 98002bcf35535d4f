namespace VolumeViewer.Host.Rendering;

/// <summary>Chooses from the speed measured so far how coarse pictures are while something moves, so that each is there within a time.</summary>
internal sealed class MotionPace
{
    /// <summary>How long a picture may take: well below what is felt as a delay, with room for the rest of the window.</summary>
    public static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(35);

    /// <summary>Pixels of the view along each direction for one of the coarsest picture.</summary>
    public const float Coarsest = 8;

    // Half the pixels along each direction and double steps, as long as nothing was measured.
    private double _secondsPerPixel = double.NaN;
    private float _scale = 2;

    /// <summary>What to draw next into a view of some size.</summary>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    public (int Width, int Height, RenderQuality Quality) Next(int width, int height)
    {
        if (!double.IsNaN(_secondsPerPixel))
        {
            var whole = _secondsPerPixel * width * height;
            // All of the care, where it costs no more: double steps are about half the work.
            if (whole * 2 <= Budget.TotalSeconds)
                return (width, height, RenderQuality.Full);
            var wanted = (float)Math.Clamp(Math.Sqrt(whole / Budget.TotalSeconds), 1, Coarsest);
            // Not at every small change, which would flicker.
            if (wanted > _scale * 1.1f || wanted < _scale * 0.8f)
                _scale = wanted;
        }
        return (Math.Max(1, (int)(width / _scale)), Math.Max(1, (int)(height / _scale)), RenderQuality.Moving);
    }

    /// <summary>Tells what a picture took.</summary>
    public void Measure(int width, int height, RenderQuality quality, TimeSpan took)
    {
        var each = took.TotalSeconds / ((double)width * height) / (quality == RenderQuality.Full ? 2 : 1);
        // Slower at once, faster by and by: a frame too slow is worse than one too coarse.
        _secondsPerPixel = double.IsNaN(_secondsPerPixel) || each > _secondsPerPixel ? each : (0.4 * _secondsPerPixel) + (0.6 * each);
    }
}
