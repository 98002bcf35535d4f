namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>Changes patches as they are cut, so that a network does not see the same twice.</summary>
internal interface IAugmenter
{
    /// <summary>Fills one patch.</summary>
    /// <param name="cutter">Cuts it out.</param>
    /// <param name="origin">Where it lies.</param>
    /// <param name="random">All that is drawn comes from here.</param>
    /// <param name="grey">The planes of grey values, one after the other.</param>
    /// <param name="labels">The labels; never anything but labels that are there.</param>
    void Fill(PatchCutter cutter, PatchOrigin origin, RandomSource random, Span<float> grey, Span<long> labels);
}

/// <summary>Leaves every patch as it is.</summary>
internal sealed class NoAugmenter : IAugmenter
{
    public void Fill(PatchCutter cutter, PatchOrigin origin, RandomSource random, Span<float> grey, Span<long> labels) =>
        cutter.Cut(origin, Augmentation.None, grey, labels);
}

/// <summary>Flips and quarter turns, brightness, contrast and noise.</summary>
internal sealed class BasicAugmenter : IAugmenter
{
    public void Fill(PatchCutter cutter, PatchOrigin origin, RandomSource random, Span<float> grey, Span<long> labels)
    {
        var augmentation = Augmentation.Draw(random, cutter.Shape.IsBlock);
        cutter.Cut(origin, augmentation, grey, labels);
        augmentation.ApplyToGrey(grey, random);
    }
}
