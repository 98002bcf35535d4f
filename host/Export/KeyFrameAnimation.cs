using VolumeViewer.Host.Projects;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Export;

/// <summary>Goes from key frame to key frame, slowly out of each and slowly into the next.</summary>
internal sealed class KeyFrameAnimation : IAnimation
{
    private readonly IReadOnlyList<KeyFrame> _frames;
    private readonly ValueJson _values;
    private readonly bool _isEased;

    /// <param name="frames">At least two.</param>
    /// <param name="values">Reads their values.</param>
    /// <param name="isEased">Whether the pace changes smoothly; otherwise it is even.</param>
    /// <exception cref="UserException">There are fewer than two.</exception>
    public KeyFrameAnimation(IReadOnlyList<KeyFrame> frames, ValueJson values, bool isEased = true)
    {
        if (frames.Count < 2)
            throw new UserException($"An animation needs at least two key frames, got {frames.Count}. Add key frames in the Animation window, or use a turntable.");
        (_frames, _values, _isEased) = (frames, values, isEased);
    }

    public bool IsLoop => false;

    /// <summary>How long it takes at the pace of the key frames.</summary>
    public double Seconds => _frames.SkipLast(1).Sum(frame => frame.Seconds);

    public void Put(Viewer viewer, double time, IDictionary<Axis, SlicePlace> places)
    {
        var (left, index) = (Math.Clamp(time, 0, 1) * Seconds, 0);
        while (index < _frames.Count - 2 && left >= _frames[index].Seconds)
            left -= _frames[index++].Seconds;
        var share = _frames[index].Seconds > 0 ? Math.Clamp(left / _frames[index].Seconds, 0, 1) : 1;
        // The cubic that starts and ends at rest.
        _frames[index].Put(viewer, _frames[index + 1], _isEased ? share * share * (3 - (2 * share)) : share, _values, places);
    }
}
