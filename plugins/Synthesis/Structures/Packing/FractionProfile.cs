using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>How a fraction changes along z: its values at the first slice, at evenly spread heights, and at the last, in proportion to their mean.</summary>
internal sealed class FractionProfile
{
    private readonly double[] _values;
    private readonly bool _isStepped;
    private readonly double[] _sums;

    /// <param name="values">In any unit; none for the same everywhere.</param>
    /// <param name="isStepped">Whether each value holds for a layer of its own, all of one thickness; otherwise values between are interpolated.</param>
    /// <exception cref="UserException">A value is negative, or all are zero.</exception>
    public FractionProfile(IReadOnlyList<double> values, bool isStepped)
    {
        if (values.Any(value => value < 0) || (values.Count > 0 && values.Sum() <= 0))
            throw new UserException($"The profile {string.Join(", ", values)} has a negative value, or only zeros; give proportions such as 0.8, 1, 1.2.");
        _values = values.Count == 0 ? [1] : [.. values];
        _isStepped = isStepped || _values.Length == 1;
        const int steps = 1024;
        _sums = new double[steps + 1];
        for (var i = 0; i < steps; i++)
            _sums[i + 1] = _sums[i] + Raw((i + 0.5) / steps);
        Mean = _sums[steps] / steps;
        Greatest = _values.Max() / Mean;
    }

    /// <summary>Whether it is the same everywhere.</summary>
    public bool IsUniform => _values.Length == 1;

    /// <summary>The greatest value over the mean.</summary>
    public double Greatest { get; }

    private double Mean { get; }

    /// <summary>The value at a height from 0 to 1, over the mean.</summary>
    public double At(double height) => Raw(height) / Mean;

    /// <summary>The height below which a share of the whole lies.</summary>
    public double Height(double share)
    {
        var wanted = share * _sums[^1];
        var index = Array.BinarySearch(_sums, wanted);
        var step = Math.Clamp(index >= 0 ? index : ~index - 1, 0, _sums.Length - 2);
        var within = _sums[step + 1] > _sums[step] ? (wanted - _sums[step]) / (_sums[step + 1] - _sums[step]) : 0.5;
        return (step + Math.Clamp(within, 0, 1)) / (_sums.Length - 1);
    }

    private double Raw(double height)
    {
        if (_isStepped)
            return _values[Math.Clamp((int)(height * _values.Length), 0, _values.Length - 1)];
        var place = Math.Clamp(height, 0, 1) * (_values.Length - 1);
        var below = Math.Min((int)place, _values.Length - 2);
        return _values[below] + ((place - below) * (_values[below + 1] - _values[below]));
    }
}
