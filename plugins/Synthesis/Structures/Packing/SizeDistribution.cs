using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>A distribution of diameters by number, in any unit of length, cut off below a least and above a greatest diameter.</summary>
internal sealed class SizeDistribution
{
    private const int QuantilesForMoments = 8192;

    private readonly SizeLaw _law;
    private readonly double _mean;
    private readonly double _deviation;
    private readonly VolumeSizes? _table;
    private readonly double _firstShare;
    private readonly double _lastShare = 1;

    /// <param name="law">Its form.</param>
    /// <param name="mean">Mean diameter before the cut.</param>
    /// <param name="deviation">Standard deviation before the cut; 0 where all are equal.</param>
    /// <param name="least">No diameter is below it, or null.</param>
    /// <param name="greatest">No diameter is above it, or null.</param>
    /// <exception cref="UserException">The cut leaves nothing, or diameters would be negative.</exception>
    public SizeDistribution(SizeLaw law, double mean, double deviation, double? least = null, double? greatest = null)
    {
        (_law, _mean, _deviation) = (law, mean, deviation);
        if (law == SizeLaw.Uniform && mean <= Math.Sqrt(3) * deviation)
            throw new UserException($"A uniform distribution of mean {mean} µm and deviation {deviation} µm reaches down to negative diameters; "
                + $"take a deviation below {mean / Math.Sqrt(3):0.###} µm.");
        _firstShare = least is { } low ? ShareBelow(low) : 0;
        _lastShare = greatest is { } high ? ShareBelow(high) : 1;
        if (_lastShare - _firstShare < 1e-6)
            throw new UserException($"Between the least diameter {least} µm and the greatest {greatest} µm lies nothing of a distribution of mean {mean} µm "
                + $"and deviation {deviation} µm; widen the limits, or move the mean.");
        Moments();
    }

    /// <summary>Diameters as a table tells, which has its own ends.</summary>
    /// <param name="table">Diameters by volume.</param>
    public SizeDistribution(VolumeSizes table)
    {
        _table = table;
        Moments();
        // The few largest have much of the volume, and equal shares by number would pass them over.
        MeanCube = table.MeanCube;
    }

    /// <summary>Mean of the diameters, after the cut.</summary>
    public double Mean { get; private set; }

    /// <summary>Standard deviation of the diameters, after the cut.</summary>
    public double Deviation { get; private set; }

    /// <summary>Mean of the cubes of the diameters, after the cut.</summary>
    public double MeanCube { get; private set; }

    /// <summary>The diameter below which a share of the particles lies; the share is above 0 and below 1.</summary>
    public double Quantile(double share) => Uncut(_firstShare + (share * (_lastShare - _firstShare)));

    /// <summary>The share of the particles below a diameter.</summary>
    public double Share(double diameter) => Math.Clamp((ShareBelow(diameter) - _firstShare) / (_lastShare - _firstShare), 0, 1);

    private double Uncut(double share)
    {
        if (_table is not null)
            return _table.OfNumber(share);
        if (_deviation == 0)
            return _mean;
        if (_law == SizeLaw.Uniform)
            return _mean + (Math.Sqrt(3) * _deviation * ((2 * share) - 1));
        var variance = Math.Log(1 + (_deviation * _deviation / (_mean * _mean)));
        return _mean * Math.Exp((Math.Sqrt(variance) * NormalQuantile.At(share)) - (variance / 2));
    }

    // The inverse of the quantile; it rises, so that halving finds it.
    private double ShareBelow(double diameter)
    {
        if (_table is null && _deviation == 0)
            return diameter > _mean ? 1 : 0;
        var (low, high) = (1e-12, 1 - 1e-12);
        if (diameter <= Uncut(low))
            return 0;
        if (diameter >= Uncut(high))
            return 1;
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Uncut(middle) < diameter ? (middle, high) : (low, middle);
        }
        return (low + high) / 2;
    }

    private void Moments()
    {
        var (first, second, third) = (0.0, 0.0, 0.0);
        for (var i = 0; i < QuantilesForMoments; i++)
        {
            var diameter = Quantile((i + 0.5) / QuantilesForMoments);
            first += diameter;
            second += diameter * diameter;
            third += diameter * diameter * diameter;
        }
        Mean = first / QuantilesForMoments;
        Deviation = Math.Sqrt(Math.Max(0, (second / QuantilesForMoments) - (Mean * Mean)));
        MeanCube = third / QuantilesForMoments;
    }
}
