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

    /// <summary>The largest intensity along each ray, where each counts the less the more lies before it, see <see cref="ImageLayer.Attenuation"/>.</summary>
    AttenuatedMaximum,

    /// <summary>The smallest intensity along each ray.</summary>
    MinimumIntensity,

    /// <summary>The mean intensity along each ray, from where it enters the layer to where it leaves it.</summary>
    Average,

    /// <summary>The sum of the colours of the transfer function, each multiplied with its opacity: what lies before hides nothing.</summary>
    Additive,
}
