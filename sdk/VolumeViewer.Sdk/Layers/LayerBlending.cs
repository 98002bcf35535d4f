namespace VolumeViewer.Sdk;

/// <summary>How a layer is put over the layers below it. The layer's own opacity is taken into account in all of them.</summary>
public enum LayerBlending
{
    /// <summary>Over what is there: its opacity decides how much of that stays seen.</summary>
    Translucent,

    /// <summary>Added to what is there.</summary>
    Additive,

    /// <summary>In place of what is there, wherever the layer has voxels.</summary>
    Opaque,

    /// <summary>The darker of both, channel by channel.</summary>
    Minimum,
}
