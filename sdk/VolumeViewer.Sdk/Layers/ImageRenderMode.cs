namespace VolumeViewer.Sdk;

/// <summary>How an image layer is drawn in 3-D.</summary>
public enum ImageRenderMode
{
    /// <summary>The largest intensity along each ray.</summary>
    MaximumIntensity,

    /// <summary>Colours and opacities of the transfer function, composited front to back.</summary>
    Translucent,

    /// <summary>The lit surface where the intensity crosses the isovalue.</summary>
    Isosurface,
}
