namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>What the best epoch is chosen by, in the regions that were held back.</summary>
internal enum BestBy
{
    /// <summary>Greatest intersection over union, averaged over the phases.</summary>
    MeanIou,

    /// <summary>Greatest share of right voxels.</summary>
    Accuracy,

    /// <summary>Smallest loss.</summary>
    Loss,

    /// <summary>Smallest error of the volume fractions, averaged over the phases.</summary>
    VolumeFraction,

    /// <summary>Smallest error of the areas of the interfaces between phases.</summary>
    InterfaceArea,
}
