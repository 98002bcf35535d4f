namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>Finds the augmenter that the parameters ask for.</summary>
internal static class Augmenters
{
    internal static IAugmenter For(TrainParameters parameters) => parameters.Augment ? new BasicAugmenter() : new NoAugmenter();
}
