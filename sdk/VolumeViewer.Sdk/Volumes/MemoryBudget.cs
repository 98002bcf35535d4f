namespace VolumeViewer.Sdk;

/// <summary>How much memory work may take.</summary>
public static class MemoryBudget
{
    /// <summary>The bytes of a bound that a user gave.</summary>
    /// <param name="gibibytes">The bound; 0 for three quarters of what the machine (or the container that the program runs in) has.</param>
    public static long Bytes(double gibibytes) =>
        gibibytes > 0 ? (long)(gibibytes * (1L << 30)) : GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 * 3;
}
