using VolumeViewer.Plugins.Segmentation.Forest;
using VolumeViewer.Plugins.Segmentation.Live;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation;

/// <summary>Segmentation without networks: by grey values alone, and by a random forest on what surrounds a voxel.</summary>
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
        context.Register<IOperation>(RandomForestOperation.Create());
        context.Register<ILiveSegmenter>(new LiveForest());
    }
}
