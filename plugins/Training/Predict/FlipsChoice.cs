namespace VolumeViewer.Plugins.Training.Predict;

/// <summary>In how many ways a network looks at a slice.</summary>
internal enum FlipsChoice
{
    /// <summary>As it is.</summary>
    None,

    /// <summary>In all eight ways.</summary>
    All,
}
