using VolumeViewer.Plugins.Segmentation.Editing;
using VolumeViewer.Plugins.Segmentation.Forest;
using VolumeViewer.Plugins.Segmentation.Live;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation;

/// <summary>Segmentation without networks: by grey values alone, and by a random forest on what surrounds a voxel; and operations that correct labels.</summary>
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
        context.Register<IOperation>(CreateLabelsOperation.Create());
        context.Register<IOperation>(FillBetweenOperation.Create());
        context.Register<IOperation>(GrowSeedsOperation.Create());
        context.Register<IOperation>(IslandsOperation.Create());
        context.Register<IOperation>(SplitIslandsOperation.Create());
        context.Register<IOperation>(MarginOperation.Create());
        context.Register<IOperation>(HollowOperation.Create());
        context.Register<IOperation>(SmoothOperation.Create());
        context.Register<IOperation>(CombineOperation.Create());
        context.Register<IOperation>(FillHolesOperation.Create());
        context.Register<IOperation>(MergeOperation.Create());
        context.Register<IOperation>(ExtractOperation.Create());
        context.Register<ILiveSegmenter>(new LiveForest());
    }
}
