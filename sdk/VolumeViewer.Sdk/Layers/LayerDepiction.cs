namespace VolumeViewer.Sdk;

/// <summary>What of a layer the 3-D view shows.</summary>
public enum LayerDepiction
{
    /// <summary>All of it.</summary>
    Volume,

    /// <summary>What lies on the layer's <see cref="Layer.Plane"/>: images and labels as in a slice, or a slab of them where the plane is thick. Of points and surfaces
    /// the slab alone.</summary>
    Plane,

    /// <summary>Images and labels on the three slices through the crosshair. Points and surfaces are shown whole.</summary>
    Slices,
}
