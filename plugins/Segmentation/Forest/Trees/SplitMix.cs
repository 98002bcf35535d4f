namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>Random numbers by SplitMix64 (Steele, Lea, Flood, OOPSLA 2014), named by seed and index, so that no tree depends on what others drew.</summary>
internal struct SplitMix(int seed, long index)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = Mix(Mix((ulong)seed + Step) ^ (ulong)index);

    /// <summary>From 0 to below <paramref name="bound"/>.</summary>
    public int Next(int bound) => (int)Math.BigMul(Mix(_state += Step), (ulong)bound, out _);

    /// <summary>From 0 to below 1, the same for the same seed and index.</summary>
    public static double At(int seed, long index) => (Mix(Mix((ulong)seed + Step) ^ (ulong)index) >> 11) * (1.0 / (1UL << 53));

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
