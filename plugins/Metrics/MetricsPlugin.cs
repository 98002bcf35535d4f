using VolumeViewer.Plugins.Metrics.Chords;
using VolumeViewer.Plugins.Metrics.Correlation;
using VolumeViewer.Plugins.Metrics.Distance;
using VolumeViewer.Plugins.Metrics.Particles;
using VolumeViewer.Plugins.Metrics.Thickness;
using VolumeViewer.Plugins.Metrics.Transport;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics;

/// <summary>Measures of labelled volumes.</summary>
public sealed class MetricsPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Activate(IPluginContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Register<IOperation>(VolumeFractionsOperation.Create());
        context.Register<IOperation>(AgreementOperation.Create());
        context.Register<IOperation>(CompareLabelsOperation.Create());
        context.Register<IOperation>(ErrorsOperation.Create());
        context.Register<IOperation>(Surfaces.SurfacesOperation.Create());
        context.Register<IOperation>(Meshes.ExtractSurfaceOperation.OfPhase());
        context.Register<IOperation>(Meshes.ExtractSurfaceOperation.OfGrey());
        context.Register<IOperation>(Connectivity.ConnectivityOperation.Create());
        context.Register<IOperation>(DistanceOperation.Create());
        context.Register<IOperation>(ThicknessOperation.Create());
        context.Register<IOperation>(TortuosityOperation.Create());
        context.Register<IOperation>(Minkowski.MinkowskiOperation.Create());
        context.Register<IOperation>(BoundaryAgreementOperation.Create());
        context.Register<IOperation>(Greys.GreyByPhaseOperation.Create());
        context.Register<IOperation>(CorrelationOperation.Create());
        context.Register<IOperation>(RepresentativityOperation.Create());
        context.Register<IOperation>(ChordsOperation.Create());
        context.Register<IOperation>(ParticlesOperation.Create());
        context.Register<IOperation>(CoverageOperation.Create());
        context.Register<IOperation>(Places.ProfileOperation.Create());
        context.Register<IOperation>(Places.RegionOperation.Create());
    }
}
