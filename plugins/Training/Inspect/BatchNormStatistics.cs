namespace VolumeViewer.Plugins.Training.Inspect;

/// <summary>What batch normalisations divide by.</summary>
internal enum BatchNormStatistics
{
    /// <summary>Mean and deviation of the patches, anew at each point.</summary>
    Batch,

    /// <summary>The running means that were saved with the weights.</summary>
    Running,
}
