using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Demo;

/// <summary>Measures the 256³ electrode against its published volume fractions, and segments the 128³ cement.</summary>
internal sealed class MaterialDemo(DemoOperations operations)
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
    public async Task<(LabelsLayer Layer, Table Fractions)> ElectrodeAsync()
    {
        using var file = (LabelsLayer)operations.Open(Path.Combine(SampleFolder.Find(), "taufactor-electrode", "electrode.tiff"), InputKind.Labels);
        var labels = new LabelVolume(file.Shape, new PhaseTable(ElectrodePhases.Select(phase => phase.Phase)), ElectrodeSpacing);
        for (var z = 0; z < file.Shape.Depth; z++)
            file.Labels.Slice(z).CopyTo(labels.Slice(z));
        // The pore is what is left between the solids: shown, it would hide them.
        var layer = new LabelsLayer("electrode 256³", labels) { Origin = file.Origin };
        layer.Phases = layer.Phases.With(0, layer.Phases[0] with { Visible = false });

        var measured = await FractionsAsync(layer).ConfigureAwait(false);
        var table = new Table("Volume fractions of the electrode", new("phase"), new("measured", Format: "0.0000"), new("published", Format: "0.0000"));
        foreach (var ((phase, published), fraction) in ElectrodePhases.Zip(measured))
            table.Add(phase.Name, fraction, published);
        return (layer, table);
    }

    /// <summary>The cement, its segmentation into void and solid, and the volume fractions of both.</summary>
    public async Task<(IReadOnlyList<Layer> Layers, Table Fractions)> CementAsync()
    {
        var grey = operations.Open(Path.Combine(SampleFolder.Find(), "qim3d-cement", "cement_128x128x128.tif"), InputKind.Image);
        grey.Name = "cement 128³";
        var (segmented, seconds) = await operations.SegmentAsync("segment.multi-otsu", grey, ("phases", "2")).ConfigureAwait(false);
        var labels = new LabelsLayer("cement 128³, multi-Otsu", segmented.Labels.WithPhases(new PhaseTable(
            [new Phase("void", Rgba.Parse("#5cc2b6"), 0), new Phase("cement", Rgba.Parse("#b8bec6"), 1, Visible: false)])));
        var measured = await FractionsAsync(labels).ConfigureAwait(false);
        var table = new Table($"Cement, segmented by multi-Otsu in {seconds:0.00} s", new("phase"), new("volume fraction", Format: "0.0000"));
        foreach (var (phase, fraction) in labels.Phases.Zip(measured))
            table.Add(phase.Name, fraction);
        return ([grey, labels], table);
    }

    private async Task<IReadOnlyList<double>> FractionsAsync(LabelsLayer layer)
    {
        var inputs = new OperationInputs();
        inputs.Layers["in"] = layer;
        var table = (await operations.RunAsync("measure.volume-fractions", inputs).ConfigureAwait(false)).Tables[0];
        var column = table.Columns.ToList().FindIndex(each => each.Name == "volume fraction");
        return [.. table.Rows.Take(layer.Phases.Count).Select(row => (double)row[column]!)];
    }
}
