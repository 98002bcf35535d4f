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

    /// <summary>Cross-entropy in which each voxel counts by (1 − probability of its phase)², so that what is known already counts little.</summary>
    Focal,

    /// <summary>
    /// SegmentPy's: one Dice ratio, with sums over voxels and phases together. It is one less the mean probability of the true phase: no phase is
    /// weighed against another.
    /// </summary>
    SegmentpyDice,
}
