namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>Which way fibres run.</summary>
internal enum FibreOrientation
{
    /// <summary>Every way alike.</summary>
    Isotropic,

    /// <summary>Across z, as in paper, felt and gas-diffusion layers.</summary>
    InPlane,

    /// <summary>To z.</summary>
    AlongZ,

    /// <summary>To y.</summary>
    AlongY,

    /// <summary>To x.</summary>
    AlongX,
}
