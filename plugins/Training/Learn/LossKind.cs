namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>What training makes small.</summary>
internal enum LossKind
{
    /// <summary>Mean negative logarithm of the true phase's probability.</summary>
    CrossEntropy,

    /// <summary>One less the soft Dice coefficient, averaged over the phases.</summary>
    Dice,

    /// <summary>The sum of the two.</summary>
    Both,
}
