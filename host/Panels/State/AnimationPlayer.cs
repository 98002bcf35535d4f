using System.Diagnostics;

using VolumeViewer.Host.Export;

namespace VolumeViewer.Host.Panels;

/// <summary>Plays an animation in the window, and puts back what was there before.</summary>
internal sealed class AnimationPlayer(Workbench bench)
{
    private readonly Stopwatch _clock = new();
    private IAnimation? _animation;
    private KeyFrame? _before;
    private ViewState? _views;
    private double _seconds;
    private bool _wasChanged;

    public bool IsPlaying => _animation is not null;

    /// <summary>How far it is, 0 to 1.</summary>
    public double Time => _seconds > 0 ? Math.Min(1, _clock.Elapsed.TotalSeconds / _seconds) : 0;

    public void Start(IAnimation animation, double seconds, KeyFrame before, ViewState views)
    {
        (_animation, _seconds, _before, _views, _wasChanged) = (animation, seconds, before, views, bench.Project.Unsaved.IsChanged);
        _clock.Restart();
        bench.Activity.Request();
    }

    public void Stop() => _clock.Stop();

    /// <summary>Once a frame.</summary>
    public void Tick()
    {
        if (_animation is null || _views is null)
            return;
        // What it sets is no step of the user's.
        using (bench.History.WithoutStep())
        {
            if (_clock.IsRunning && Time < 1)
                _animation.Put(bench.Viewer, Time, _views.WantedPlaces);
            else
                End();
        }
        bench.Activity.Request();
    }

    private void End()
    {
        _before!.Put(bench.Viewer, _before, 0, bench.Project.Values(), _views!.WantedPlaces);
        (_animation, _before) = (null, null);
        if (!_wasChanged)
            bench.Project.Unsaved.TellSaved(bench.Project.Unsaved.Version);
    }
}
