using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Live;

/// <summary>The layers that show what a live session predicted: labels under the strokes, and its uncertainty where that is wanted.</summary>
internal sealed class LivePreview(Viewer viewer, UndoHistory history)
{
    // Nothing where it is sure, so that the image stays in sight.
    private static readonly Colormap Heat = new("live-heat", "Uncertainty", new[] { "#18000000", "#9e2f7f60", "#f1605dc0", "#feca8df0", "#fcfdbfff" }.Select(Rgba.Parse));

    /// <summary>The phases as they are predicted; null before the first.</summary>
    public LabelsLayer? Labels { get; private set; }

    /// <summary>How undecided the session is; null where it is not wanted.</summary>
    public ImageLayer? Uncertainty { get; private set; }

    /// <summary>Whether the labels can be seen; not after the user removed the layer.</summary>
    public bool IsThere => Labels is not null && viewer.Layers.Contains(Labels);

    /// <summary>The volumes for the layers, which take a while to make; called on a thread of the pool.</summary>
    public static (LabelVolume Labels, Volume<byte>? Uncertainty) Make(VolumeShape shape, PhaseTable phases, Spacing spacing, bool withUncertainty) =>
        (TrainingLabels.Unlabelled(shape, phases, spacing), withUncertainty ? new Volume<byte>(shape, spacing) : null);

    /// <summary>Whether the layers of before fit, so that no new ones need to be made.</summary>
    public bool Fits(ImageLayer image, bool withUncertainty) => IsThere && Labels!.Shape == image.Shape && Labels.Spacing == image.Spacing
        && (!withUncertainty || (Uncertainty is not null && viewer.Layers.Contains(Uncertainty)));

    /// <summary>Puts new layers under the strokes.</summary>
    public void Put(LabelsLayer strokes, (LabelVolume Labels, Volume<byte>? Uncertainty) volumes)
    {
        using (history.Step($"Preview '{strokes.Name}'"))
        {
            if (IsThere)
                viewer.Layers.Remove(Labels!);
            if (Uncertainty is not null)
                viewer.Layers.Remove(Uncertainty);
            Labels = new LabelsLayer(viewer.Layers.UniqueName("live preview"), volumes.Labels) { Opacity = 0.45f, Origin = $"Predicted from '{strokes.Name}' while it is painted" };
            viewer.Layers.Insert(Math.Max(0, viewer.Layers.IndexOf(strokes)), Labels);
            Uncertainty = null;
            if (volumes.Uncertainty is not { } uncertainty)
                return;
            Uncertainty = new ImageLayer(viewer.Layers.UniqueName("live uncertainty"), uncertainty)
            {
                Colormap = Heat,
                ContrastLimits = new ContrastLimits(0, byte.MaxValue),
                Opacity = 0.7f,
                Origin = $"Predicted from '{strokes.Name}' while it is painted",
            };
            viewer.Layers.Insert(viewer.Layers.IndexOf(Labels) + 1, Uncertainty);
        }
    }

    /// <summary>Draws the phases as those of the strokes.</summary>
    public void Follow(LabelsLayer strokes)
    {
        if (Labels is null || Labels.Phases.Equals(strokes.Phases))
            return;
        using (history.WithoutStep())
            Labels.Phases = strokes.Phases;
    }

    /// <summary>Takes up what was predicted.</summary>
    public void Write(VoxelBox box, byte[] labels, byte[] uncertainty)
    {
        if (!IsThere || !box.IsWithin(Labels!.Shape))
            return;
        Labels.Write(box, labels);
        if (Uncertainty is not { Volume: Volume<byte> volume } layer || !viewer.Layers.Contains(layer))
            return;
        var rest = uncertainty.AsSpan();
        for (var z = box.Z; z <= box.LastZ; z++)
        {
            for (var y = box.Y; y < box.Y + box.Height; y++, rest = rest[box.Width..])
                rest[..box.Width].CopyTo(volume.Slice(z)[((y * volume.Shape.Width) + box.X)..]);
        }
        layer.TellVoxelsChanged(box);
    }
}
