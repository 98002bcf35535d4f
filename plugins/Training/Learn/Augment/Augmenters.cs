using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>Finds the augmenter that the parameters ask for.</summary>
internal static class Augmenters
{
    /// <exception cref="UserException">There is no such option, or its value is out of range.</exception>
    internal static IAugmenter For(TrainParameters parameters) =>
        For(parameters.Augment ? parameters.Augmentation : AugmentationKind.None, parameters.AugmentationOptions);

    /// <param name="kind">How patches are changed.</param>
    /// <param name="options">Where <see cref="AugmentationKind.Full"/> differs from its defaults, as name=value,…</param>
    /// <exception cref="UserException">There is no such option, its value is out of range, or the kind has none.</exception>
    internal static IAugmenter For(AugmentationKind kind, string options)
    {
        if (kind != AugmentationKind.Full)
        {
            if (options.Trim().Length > 0)
                throw new UserException($"--augmentation-options are those of the full augmentation; take --augmentation full, or leave '{options}' away.");
            return kind == AugmentationKind.Basic ? new BasicAugmenter() : new NoAugmenter();
        }
        try
        {
            return new FullAugmenter((AugmentationOptions)ParameterSchema.For(typeof(AugmentationOptions)).BindText(options));
        }
        catch (ParameterException fault)
        {
            throw new UserException($"--augmentation-options: {fault.Message}", fault);
        }
    }
}
