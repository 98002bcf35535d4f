using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Makes empty labels to paint on.</summary>
internal static class TrainingLabels
{
    private static readonly PhaseTable FirstPhases = PhaseTable.Named("phase 1", "phase 2");

    /// <summary>The image that new labels belong to: the selected one, else the topmost; null where there is none.</summary>
    public static ImageLayer? ImageOf(Viewer viewer) => viewer.SelectedLayer as ImageLayer ?? viewer.Layers.OfType<ImageLayer>().LastOrDefault(layer => layer.Visible)
        ?? viewer.Layers.OfType<ImageLayer>().LastOrDefault();

    /// <summary>Adds labels of the size of the image, all unlabelled, in a job; then the brush is in the hand.</summary>
    /// <param name="bench">Gets the layer.</param>
    /// <param name="added">Told of it on the window's thread.</param>
    public static void Add(Workbench bench, Action<LabelsLayer>? added = null)
    {
        if (ImageOf(bench.Viewer) is not { } image)
            return;
        bench.Services.Jobs.Start($"New labels for {image.Name}", job => Task.Run(() => Make(image, job.CancellationToken)), layer => bench.Post(() =>
        {
            bench.AddLayers([layer]);
            bench.Tools.TakePhase(0);
            added?.Invoke(layer);
        }));
    }

    /// <summary>Adds labels with the phases of others and nothing labelled, such as for a second annotator, in a job.</summary>
    public static void AddLike(Workbench bench, LabelsLayer other)
    {
        var phases = new PhaseTable(other.Phases.Select(phase => phase with { Visible = true, State = PhaseState.ToDo }));
        bench.Services.Jobs.Start($"New labels like {other.Name}", job => Task.Run(() => new LabelsLayer($"{other.Name} empty", Unlabelled(other.Shape, phases, other.Spacing, job.CancellationToken))
        {
            Origin = $"Begun with the phases of '{other.Name}'",
        }), layer => bench.Post(() =>
        {
            bench.AddLayers([layer]);
            bench.Tools.TakePhase(0);
        }));
    }

    /// <summary>A layer in which nothing is labelled.</summary>
    public static LabelsLayer Make(ImageLayer image, CancellationToken cancellationToken = default) =>
        new($"{image.Name} labels", Unlabelled(image.Shape, FirstPhases, image.Spacing, cancellationToken)) { Origin = $"Painted on '{image.Name}'" };

    /// <summary>A volume in which nothing is labelled.</summary>
    public static LabelVolume Unlabelled(VolumeShape shape, PhaseTable phases, Spacing spacing, CancellationToken cancellationToken = default)
    {
        var labels = new LabelVolume(shape, phases, spacing);
        labels.ForEachSlice(z => labels.Slice(z).Fill(LabelVolume.Unlabelled), cancellationToken);
        return labels;
    }
}
