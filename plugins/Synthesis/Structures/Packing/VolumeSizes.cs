namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>
/// Diameters by volume, as a table: between neighbouring ones lie equal shares of the volume of all particles, over which the diameter rises in a straight line. By number each
/// diameter counts as much as it has volume over its cube.
/// </summary>
internal sealed class VolumeSizes
{
    private readonly double[] _diameters;
    // The share of the particles, by number, below each diameter.
    private readonly double[] _numbers;

    /// <param name="diameters">Two or more, above 0 and never falling, in any unit.</param>
    /// <exception cref="ArgumentException">They are fewer, or do not rise from above 0.</exception>
    public VolumeSizes(IReadOnlyList<double> diameters)
    {
        if (diameters.Count < 2 || !(diameters[0] > 0) || diameters.Zip(diameters.Skip(1)).Any(pair => !(pair.Second >= pair.First)))
            throw new ArgumentException($"Two diameters or more are wanted, above 0 and in their order; got {string.Join(", ", diameters)}.", nameof(diameters));
        (_diameters, _numbers) = ([.. diameters], new double[diameters.Count]);
        for (var i = 1; i < _numbers.Length; i++)
            _numbers[i] = _numbers[i - 1] + PerCube(_diameters[i - 1], _diameters[i]);
        MeanCube = (_numbers.Length - 1) / _numbers[^1];
        var all = _numbers[^1];
        for (var i = 1; i < _numbers.Length; i++)
            _numbers[i] /= all;
    }

    /// <summary>The table.</summary>
    public IReadOnlyList<double> Diameters => _diameters;

    /// <summary>Mean of the cubes of the diameters by number.</summary>
    public double MeanCube { get; }

    /// <summary>The diameter below which lies a share of the volume, from 0 to 1.</summary>
    public double OfVolume(double share)
    {
        var place = Math.Clamp(share, 0, 1) * (_diameters.Length - 1);
        var step = Math.Min((int)place, _diameters.Length - 2);
        return _diameters[step] + ((place - step) * (_diameters[step + 1] - _diameters[step]));
    }

    /// <summary>The diameter below which lies a share of the particles by number, from 0 to 1.</summary>
    public double OfNumber(double share)
    {
        var step = 0;
        while (step < _numbers.Length - 2 && _numbers[step + 1] < share)
            step++;
        var (a, b) = (1 / (_diameters[step] * _diameters[step]), 1 / (_diameters[step + 1] * _diameters[step + 1]));
        var part = Math.Clamp((share - _numbers[step]) / (_numbers[step + 1] - _numbers[step]), 0, 1);
        // ∫ dp / D³ over a straight line in D is proportional to the difference of 1 / D².
        return 1 / Math.Sqrt(a + (part * (b - a)));
    }

    /// <summary>The same in another unit.</summary>
    /// <param name="factor">What every diameter is multiplied by.</param>
    public VolumeSizes Scaled(double factor) => new([.. _diameters.Select(diameter => factor * diameter)]);

    // The mean of 1 / D³ from a to b.
    private static double PerCube(double a, double b) => (a + b) / (2 * a * a * b * b);
}
