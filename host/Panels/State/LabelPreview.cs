using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The result of an operation as a temporary layer over the one that it would change, which is hidden meanwhile.</summary>
internal sealed class LabelPreview
{
    private readonly Workbench _bench;
    private readonly LabelsLayer _target;
    private readonly LabelsLayer _shown;
    private readonly bool _wasVisible;

    /// <param name="bench">Shows the layer.</param>
    /// <param name="title">Of the operation.</param>
    /// <param name="target">The layer that would change.</param>
    /// <param name="run">What the operation gave; its first layer has the labels. Taken over.</param>
    /// <param name="wasVisible">Whether the target is to be shown again.</param>
    public LabelPreview(Workbench bench, string title, LabelsLayer target, RecordedRun run, bool wasVisible)
    {
        (_bench, _target, Run, _wasVisible) = (bench, target, run, wasVisible);
        _shown = Layer(title, target, (LabelsLayer)run.Result.Layers[0]);
        bench.Viewer.Layers.Insert(Math.Max(0, bench.Viewer.Layers.IndexOf(target) + 1), _shown);
        SetVisible(false);
    }

    public RecordedRun Run { get; }

    /// <summary>Whether the layer that would change is shown when the preview goes.</summary>
    public bool WasVisible => _wasVisible || _target.Visible;

    /// <summary>Takes it away, and lets go of what the operation gave.</summary>
    public void Drop()
    {
        Hide();
        _bench.LetGo(_shown);
        foreach (var more in Run.Result.Layers.Skip(1))
            _bench.LetGo(more);
    }

    /// <summary>Takes it away; what the operation gave is the caller's now.</summary>
    public void Hide()
    {
        _bench.Viewer.Layers.Remove(_shown);
        _bench.Forget(_shown);
        if (WasVisible)
            SetVisible(true);
    }

    // Another layer over the same voxels, so that the result itself can still become a lasting one.
    private static LabelsLayer Layer(string title, LabelsLayer target, LabelsLayer made) =>
        new($"Preview: {title}", made.Labels.WithPhases(LabelsInPlace.Phases(target.Phases, made.Phases)))
        {
            IsTemporary = true,
            Opacity = target.Opacity,
            Blending = target.Blending,
            ContourWidth = target.ContourWidth,
            ClippingPlanes = target.ClippingPlanes,
            IgnoresClipping = target.IgnoresClipping,
            Origin = $"What '{title}' would make of '{target.Name}'; nothing is changed yet.",
        };

    private void SetVisible(bool visible)
    {
        using (_bench.History.WithoutStep())
            _target.Visible = visible;
    }
}
