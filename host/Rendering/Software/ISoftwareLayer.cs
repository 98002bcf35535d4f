using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>A layer's data in main memory, from which rays draw it.</summary>
internal interface ISoftwareLayer : IDisposable
{
    /// <summary>How much of the layer is there, 0 to 1.</summary>
    double Progress { get; }

    /// <summary>What the user should know, such as that the layer is shown coarser than it is.</summary>
    IReadOnlyList<string> Notices { get; }

    /// <summary>Waits for the data, or for those that changed, for at most about this long.</summary>
    /// <returns>Whether nothing is left to do.</returns>
    /// <exception cref="UserException">The data cannot be read.</exception>
    bool Prepare(TimeSpan budget);

    /// <summary>Reads a finer copy of what is in sight, where the whole layer does not fit as fine as it can be seen. Called while the camera rests.</summary>
    /// <param name="view">How the scene is looked at.</param>
    /// <param name="cut">What of the layer is drawn.</param>
    /// <param name="budget">For how long at most, about.</param>
    /// <returns>Whether nothing is left to do.</returns>
    /// <exception cref="UserException">The data cannot be read.</exception>
    bool Refine(ViewProjection view, LayerCut cut, TimeSpan budget);

    /// <summary>What is drawn of such a copy, compared by value; null for nothing.</summary>
    object? Detail { get; }

    /// <summary>What draws the layer as it is now, or null while it cannot be drawn.</summary>
    /// <param name="viewer">Cuts layers and darkens hollows.</param>
    /// <param name="blending">How the layer is put over what is there.</param>
    /// <param name="quality">How much care.</param>
    LayerCaster? CreateCaster(Viewer viewer, LayerBlending blending, RenderQuality quality);
}
