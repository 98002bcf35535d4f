namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>How patches are changed before a network sees them.</summary>
internal enum AugmentationKind
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Flips and quarter turns, changes of brightness and contrast, and noise.</summary>
    Basic,

    /// <summary>Any angle, scale and elastic deformation; and of the grey values whatever a tomogram may suffer from, each with a chance of its own.</summary>
    Full,
}
