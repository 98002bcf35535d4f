using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>What a measurement found in one layer.</summary>
/// <param name="Layer">Name of the layer.</param>
/// <param name="Greys">For an image and a region.</param>
/// <param name="Profile">For an image and a profile.</param>
/// <param name="Phases">For labels: their names and colours.</param>
/// <param name="Counts">For labels and a region.</param>
/// <param name="Runs">For labels and a profile.</param>
internal sealed record LayerMeasure(string Layer, GreySummary? Greys, LineProfile? Profile, PhaseTable? Phases, RegionPhases? Counts, IReadOnlyList<PhaseRun>? Runs);

/// <summary>What a measurement found in the layers that were visible.</summary>
/// <param name="Layers">In the order of the list of layers, from above.</param>
/// <param name="Unit">Of lengths: "µm" or "voxel".</param>
/// <param name="Fault">Why something could not be read, or null.</param>
internal sealed record MeasureResult(IReadOnlyList<LayerMeasure> Layers, string Unit, string? Fault)
{
    /// <summary>Measures; takes as long as it takes.</summary>
    /// <param name="measurement">A profile or a region; others find nothing in layers.</param>
    /// <param name="layers">What is read, with the volumes as they were when it was asked for.</param>
    /// <param name="unit">Of lengths.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static MeasureResult Of(Measurement measurement, IReadOnlyList<LayerData> layers, string unit, CancellationToken cancellationToken)
    {
        var results = new List<LayerMeasure>();
        string? fault = null;
        foreach (var layer in layers)
        {
            try
            {
                if (One(measurement, layer, cancellationToken) is { } result)
                    results.Add(result);
            }
            catch (UserException unreadable)
            {
                fault = $"{layer.Name}: {unreadable.Message}";
            }
        }
        return new MeasureResult(results, unit, fault);
    }

    private static LayerMeasure? One(Measurement measurement, LayerData layer, CancellationToken cancellationToken)
    {
        if (measurement.IsRegion)
        {
            return layer.Labels is { } labels
                ? new LayerMeasure(layer.Name, null, null, layer.Phases, RegionPhases.Of(labels, VoxelRegion.Of(measurement, labels.Spacing), cancellationToken), null)
                : new LayerMeasure(layer.Name, GreySummary.Of(layer.Source, VoxelRegion.Of(measurement, layer.Source.Spacing), cancellationToken), null, null, null, null);
        }
        if (measurement.Kind != MeasurementKind.Profile)
            return null;
        var (from, to) = (measurement.Points[0], measurement.Points[1]);
        return layer.Labels is { } phases
            ? new LayerMeasure(layer.Name, null, null, layer.Phases, null, PhaseRun.Along(phases, from, to))
            : new LayerMeasure(layer.Name, null, LineProfile.Of(layer.Source, from, to, measurement.Width, measurement.Plane, cancellationToken), null, null, null);
    }

    /// <summary>The data of a layer, to be read off the window's thread.</summary>
    internal sealed record LayerData(string Name, IVolumeSource Source, LabelVolume? Labels, PhaseTable? Phases)
    {
        /// <summary>The visible layers, from above.</summary>
        public static IReadOnlyList<LayerData> Of(Viewer viewer) =>
        [
            .. LayerOrder.Shown(viewer.Layers).Where(layer => layer.Visible).Select(layer => layer switch
            {
                ImageLayer image => new LayerData(image.Name, image.Volume, null, null),
                LabelsLayer labels => new LayerData(labels.Name, labels.Labels, labels.Labels, labels.Phases),
                _ => null,
            }).OfType<LayerData>(),
        ];
    }
}
