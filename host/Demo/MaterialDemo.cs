using VolumeViewer.Host.Recipes;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Demo;

/// <summary>Presents the materials of the demo's recipe: the 256³ electrode beside its published volume fractions, and the 128³ cement.</summary>
internal static class MaterialDemo
{
    // The box of the electrode is taken as 100 µm; the file does not state it.
    private static readonly Spacing ElectrodeSpacing = Spacing.Isotropic(100.0 / 256);

    private static readonly (Phase Phase, double Published)[] ElectrodePhases =
    [
        (new Phase("pore", Rgba.Parse("#3b5b7e"), 0), 0.4499),
        (new Phase("NMC", Rgba.Parse("#e8a33d"), 85), 0.4005),
        (new Phase("CBD", Rgba.Parse("#d4607a"), 170), 0.1496),
    ];

    /// <summary>The electrode with its phases named, and its volume fractions beside the published ones.</summary>
    public static (LabelsLayer Layer, Table Fractions) Electrode(RecipeResult result)
    {
        var file = (LabelsLayer)result.Inputs["electrode"];
        var labels = new LabelVolume(file.Shape, new PhaseTable(ElectrodePhases.Select(phase => phase.Phase)), ElectrodeSpacing);
        for (var z = 0; z < file.Shape.Depth; z++)
            file.Labels.Slice(z).CopyTo(labels.Slice(z));
        // The pore is what is left between the solids: shown, it would hide them.
        var layer = new LabelsLayer("electrode 256³", labels) { Origin = file.Origin };
        layer.Phases = layer.Phases.With(0, layer.Phases[0] with { Visible = false });

        var table = new Table("Volume fractions of the electrode", new("phase"), new("measured", Format: "0.0000"), new("published", Format: "0.0000"));
        foreach (var ((phase, published), fraction) in ElectrodePhases.Zip(Fractions(result["electrode-fractions"], ElectrodePhases.Length)))
            table.Add(phase.Name, fraction, published);
        return (layer, table);
    }

    /// <summary>The cement, its segmentation into void and solid, and the volume fractions of both.</summary>
    public static (IReadOnlyList<Layer> Layers, Table Fractions) Cement(RecipeResult result)
    {
        var (grey, segmented) = (result.Inputs["cement"], result["cement-multi-otsu"].Run);
        grey.Name = "cement 128³";
        var labels = (LabelsLayer)segmented.Result.Layers[0];
        labels.Name = "cement 128³, multi-Otsu";
        labels.Phases = new PhaseTable([new Phase("void", Rgba.Parse("#5cc2b6"), 0), new Phase("cement", Rgba.Parse("#b8bec6"), 1, Visible: false)]);
        var table = new Table($"Cement, segmented by multi-Otsu in {segmented.Record.Seconds:0.00} s", new("phase"), new("volume fraction", Format: "0.0000"));
        foreach (var (phase, fraction) in labels.Phases.Zip(Fractions(result["cement-fractions"], labels.Phases.Count)))
            table.Add(phase.Name, fraction);
        return ([grey, labels], table);
    }

    private static IReadOnlyList<double> Fractions(StepOutcome step, int phases)
    {
        var table = step.Run.Result.Tables[0];
        var column = table.Columns.ToList().FindIndex(each => each.Name == "volume fraction");
        return [.. table.Rows.Take(phases).Select(row => (double)row[column]!)];
    }
}
