namespace VolumeViewer.Host.Rendering;

/// <summary>Draws one layer. All of it is called on the thread of the context.</summary>
internal interface ILayerRenderer : IDisposable
{
    /// <summary>How much of the layer is on the GPU, 0 to 1.</summary>
    double Progress { get; }

    /// <summary>What the user should know, such as that the layer is shown coarser than it is.</summary>
    IReadOnlyList<string> Notices { get; }

    /// <summary>Brings the layer's data onto the GPU, or again after they changed, for at most about this long.</summary>
    /// <returns>Whether nothing is left to do.</returns>
    /// <exception cref="VolumeViewer.Sdk.UserException">The data cannot be read.</exception>
    bool Prepare(TimeSpan budget);

    /// <summary>Brings a finer copy of what is in sight onto the GPU, where the whole layer does not fit as fine as it can be seen. Called while the camera rests.</summary>
    /// <param name="view">How the scene is looked at.</param>
    /// <param name="cut">What of the layer is drawn.</param>
    /// <param name="budget">For how long at most, about.</param>
    /// <returns>Whether nothing is left to do.</returns>
    bool Refine(ViewProjection view, LayerCut cut, TimeSpan budget) => true;

    /// <summary>Prepares what a slice view needs, likewise.</summary>
    bool PrepareSlice(SlicePass pass, TimeSpan budget);

    /// <summary>Draws what is opaque, with its depth.</summary>
    void DrawOpaque(VolumePass pass);

    /// <summary>Draws what lets through, over what is there and not behind its depth.</summary>
    void DrawTranslucent(VolumePass pass);

    /// <summary>Draws the slice, over what is there.</summary>
    void DrawSlice(SlicePass pass);
}
