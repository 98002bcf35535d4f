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

    /// <summary>Prepares what a slice view needs, likewise.</summary>
    bool PrepareSlice(SlicePass pass, TimeSpan budget);

    /// <summary>Draws what is opaque, with its depth.</summary>
    void DrawOpaque(VolumePass pass);

    /// <summary>Draws what lets through, over what is there and not behind its depth.</summary>
    void DrawTranslucent(VolumePass pass);

    /// <summary>Draws the slice, over what is there.</summary>
    void DrawSlice(SlicePass pass);
}
