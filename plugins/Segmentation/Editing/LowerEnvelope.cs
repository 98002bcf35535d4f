namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>Replaces f(i) by the least f(j) + (s·(i − j))² in a few columns side by side. Working memory of one thread.</summary>
internal sealed class LowerEnvelope(int length, double spacing, int columns)
{
    private readonly float[] _values = new float[length * columns];
    private readonly byte[] _labels = new byte[length * columns];
    private readonly float[] _least = new float[length * columns];
    private readonly byte[] _leastLabels = new byte[length * columns];
    private readonly int[] _apexes = new int[length];
    private readonly double[] _begins = new double[length];
    private readonly double _weight = spacing * spacing;
    private bool _isSolved;
    private bool _hasChanged;

    /// <summary>Takes up the values of all columns at one place.</summary>
    public void Put(int i, ReadOnlySpan<float> values, ReadOnlySpan<byte> labels)
    {
        _isSolved = false;
        for (var column = 0; column < values.Length; column++)
            _values[(column * length) + i] = values[column];
        for (var column = 0; column < labels.Length; column++)
            _labels[(column * length) + i] = labels[column];
    }

    /// <summary>Gives the new values of all columns at one place.</summary>
    public void Take(int i, Span<float> values, Span<byte> labels)
    {
        for (var column = 0; column < values.Length; column++)
            values[column] = _least[(column * length) + i];
        for (var column = 0; column < labels.Length; column++)
            labels[column] = _leastLabels[(column * length) + i];
    }

    /// <summary>Works out the new values.</summary>
    /// <returns>Whether any differs; where none does there is nothing to take.</returns>
    public bool Solve(int count)
    {
        if (_isSolved)
            return _hasChanged;
        (_isSolved, _hasChanged) = (true, false);
        for (var column = 0; column < count; column++)
        {
            var values = _values.AsSpan(column * length, length);
            // All sites, or none at all: as in most columns deep inside of something.
            if (values.ContainsAnyExcept(0f) && values.ContainsAnyExcept(float.PositiveInfinity))
            {
                Column(values, _labels.AsSpan(column * length, length), _least.AsSpan(column * length, length), _leastLabels.AsSpan(column * length, length));
                _hasChanged = true;
                continue;
            }
            values.CopyTo(_least.AsSpan(column * length));
            _labels.AsSpan(column * length, length).CopyTo(_leastLabels.AsSpan(column * length));
        }
        return _hasChanged;
    }

    private void Column(ReadOnlySpan<float> values, ReadOnlySpan<byte> labels, Span<float> least, Span<byte> leastLabels)
    {
        var last = -1;
        for (var q = 0; q < values.Length; q++)
        {
            if (float.IsPositiveInfinity(values[q]))
                continue;
            var begin = double.NegativeInfinity;
            while (last >= 0)
            {
                var p = _apexes[last];
                begin = ((q + (double)p) / 2) + (((double)values[q] - values[p]) / (2 * _weight * (q - p)));
                if (begin > _begins[last])
                    break;
                last--;
                begin = double.NegativeInfinity;
            }
            last++;
            (_apexes[last], _begins[last]) = (q, begin);
        }
        var current = 0;
        for (var i = 0; i < values.Length; i++)
        {
            while (current < last && _begins[current + 1] < i)
                current++;
            double steps = i - _apexes[current];
            least[i] = (float)(values[_apexes[current]] + (_weight * steps * steps));
            leastLabels[i] = labels[_apexes[current]];
        }
    }
}
