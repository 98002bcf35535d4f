using VolumeViewer.Host.Rendering;

namespace VolumeViewer.Host.Panels;

/// <summary>Decides when the 3-D view is drawn, and how well: at once and coarsely when something changes, finely when it has come to rest.</summary>
internal sealed class QualityClock
{
    /// <summary>How long nothing may change before the fine picture is drawn.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(180);

    private object? _shown;
    private TimeSpan _changed;
    private bool _isFine;

    /// <summary>Whether a finer picture than the one shown is still to come.</summary>
    public bool IsPending => !_isFine;

    /// <summary>What to draw now, or null if what is shown will do.</summary>
    /// <param name="scene">Everything the picture depends on; compared by value.</param>
    /// <param name="now">The time.</param>
    /// <param name="isHeld">Whether the user is just moving something.</param>
    public RenderQuality? Next(object scene, TimeSpan now, bool isHeld)
    {
        if (!scene.Equals(_shown))
        {
            (_shown, _changed, _isFine) = (scene, now, false);
            return RenderQuality.Moving;
        }
        if (_isFine || isHeld || now - _changed < Rest)
            return null;
        _isFine = true;
        return RenderQuality.Full;
    }

    /// <summary>Has the picture drawn again.</summary>
    public void Forget() => (_shown, _isFine) = (null, false);
}
