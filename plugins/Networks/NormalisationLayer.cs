namespace VolumeViewer.Plugins.Networks;

/// <summary>What brings feature maps to a common scale.</summary>
/// <remarks>
/// Instance and group normalisation are left out: they divide by the deviation within whatever window the network is given, so that a patch would never
/// give the same labels as the whole slice, however wide its halo.
/// </remarks>
internal enum NormalisationLayer
{
    /// <summary>Mean and deviation of each channel over the batch; in prediction their running means from the training.</summary>
    Batch,

    /// <summary>Mean and deviation over the channels of each voxel alone (as in ConvNeXt, Liu et al. 2022), whatever the batch.</summary>
    Channel,

    /// <summary>Nothing.</summary>
    None,
}
