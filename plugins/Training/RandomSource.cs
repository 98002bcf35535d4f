namespace VolumeViewer.Plugins.Training;

/// <summary>
/// Random numbers by SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): a counter and a mixing function. A source is named by seed, purpose and index, so
/// that what a step draws does not depend on what other steps drew, on threads, or on whether the run was interrupted.
/// </summary>
internal sealed class RandomSource
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state;
    private double _spare = double.NaN;

    private RandomSource(ulong state) => _state = state;

    /// <summary>What the numbers are for; each purpose has its own sequence.</summary>
    internal enum Purpose
    {
        /// <summary>The initial weights.</summary>
        Weights = 1,

        /// <summary>The patches of an epoch.</summary>
        Patches = 2,

        /// <summary>The augmentation of a step.</summary>
        Augmentation = 3,

        /// <summary>What the network itself draws in a step (dropout).</summary>
        Network = 4,
    }

    internal static RandomSource For(int seed, Purpose purpose, long index) =>
        new(Mix(Mix(Mix((ulong)seed + Step) ^ (ulong)purpose) ^ (ulong)index));

    /// <summary>A seed for torch's own generator.</summary>
    internal static long TorchSeed(int seed, Purpose purpose, long index) => (long)(For(seed, purpose, index).NextUInt64() >> 1);

    internal ulong NextUInt64() => Mix(_state += Step);

    /// <summary>From 0 to below <paramref name="bound"/>.</summary>
    internal int NextInt(int bound) => (int)Math.BigMul(NextUInt64(), (ulong)bound, out _);

    /// <summary>From 0 to below 1.</summary>
    internal double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Evenly from <paramref name="low"/> to <paramref name="high"/>.</summary>
    internal double NextBetween(double low, double high) => low + ((high - low) * NextDouble());

    /// <summary>Normally distributed with mean 0 and standard deviation 1 (Box and Muller).</summary>
    internal double NextGaussian()
    {
        if (!double.IsNaN(_spare))
        {
            var spare = _spare;
            _spare = double.NaN;
            return spare;
        }
        var radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        var (sine, cosine) = Math.SinCos(2 * Math.PI * NextDouble());
        _spare = radius * sine;
        return radius * cosine;
    }

    /// <summary>Brings a list into random order.</summary>
    internal void Shuffle<T>(List<T> items)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            var j = NextInt(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
