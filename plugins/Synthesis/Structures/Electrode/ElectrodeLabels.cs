using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>The labels of a generated electrode.</summary>
internal static class ElectrodeLabels
{
    public const byte Pore = 0;
    public const byte Active = 1;
    public const byte Binder = 2;

    /// <summary>Pores and cracks inside of particles, while the electrode is made: no binder goes there. In the end they are pores.</summary>
    public const byte Inner = 3;

    /// <summary>Pore, NMC and CBD with the file values 0, 1 and 2.</summary>
    public static PhaseTable Phases => PhaseTable.Named("pore", "NMC", "CBD");
}
