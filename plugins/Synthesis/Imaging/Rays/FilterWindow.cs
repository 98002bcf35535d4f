namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>The window that a ramp filter is multiplied with.</summary>
internal enum FilterWindow
{
    /// <summary>None (Ramachandran and Lakshminarayanan, 1971): sharp, with all the noise.</summary>
    RamLak,

    /// <summary>sin(πf) / πf with f in cycles per bin (Shepp and Logan, 1974).</summary>
    SheppLogan,

    /// <summary>cos(πf).</summary>
    Cosine,

    /// <summary>½ + ½ cos(2πf): the smoothest.</summary>
    Hann,
}
