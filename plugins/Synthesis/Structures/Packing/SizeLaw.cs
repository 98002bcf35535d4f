namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>How diameters are distributed.</summary>
internal enum SizeLaw
{
    /// <summary>The logarithm of the diameter is normal, as after milling and sieving.</summary>
    LogNormal,

    /// <summary>Every diameter between two is as frequent.</summary>
    Uniform,
}
