using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>A forest with all that is needed to use it on another image.</summary>
/// <param name="Forest">The trees.</param>
/// <param name="Features">What the trees look at, in their order.</param>
/// <param name="Scaling">How greys are made comparable.</param>
/// <param name="Phases">What it tells apart.</param>
internal sealed record ForestModel(RandomForest Forest, FeatureSettings Features, GreyScaling Scaling, PhaseTable Phases)
{
    /// <summary>Of its training; NaN where it is not known.</summary>
    public double OutOfBagAccuracy { get; init; } = double.NaN;

    /// <summary>By feature; their sum is 1.</summary>
    public double[] Importances { get; init; } = new double[Features.Count];
}
