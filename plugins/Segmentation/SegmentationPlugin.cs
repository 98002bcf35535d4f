using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation;

/// <summary>Segmentation by grey values alone: the baselines that a trained network has to beat.</summary>
public sealed class SegmentationPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Activate(IPluginContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Register<IOperation>(MultiOtsuOperation.Create());
        context.Register<IOperation>(KMeansOperation.Create());
        context.Register<IOperation>(VolumeFractionsOperation.Create());
        context.Register<IOperation>(SnapLabelsOperation.Create());
        context.Register<IOperation>(FromStrokesOperation.Create());
    }
}
