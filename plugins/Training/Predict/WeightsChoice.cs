namespace VolumeViewer.Plugins.Training.Predict;

/// <summary>Which of the weights that a run kept are used.</summary>
internal enum WeightsChoice
{
    /// <summary>Those at the end of the last epoch, where the learning rate is lowest.</summary>
    Last,

    /// <summary>Those of the epoch that was best by the regions held back.</summary>
    Best,
}
