namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>Relative errors of the gains of detector pixels, which stay the same at all angles and so become rings: some columns are wrong, each by an amount
/// that changes slowly from row to row.</summary>
internal static class GainErrors
{
    /// <summary>(row, column): what each pixel's intensity is to be multiplied with.</summary>
    /// <param name="seed">The user's seed.</param>
    /// <param name="rows">Rows of the detector, one for each slice.</param>
    /// <param name="columns">Columns of the detector.</param>
    /// <param name="share">Share of the columns that are wrong.</param>
    /// <param name="deviation">Standard deviation of their error.</param>
    /// <param name="length">Rows over which it changes.</param>
    public static float[] Create(int seed, int rows, int columns, double share, double deviation, double length)
    {
        var gains = new float[rows * columns];
        Array.Fill(gains, 1);
        var (chosen, errors) = (new CounterRandom(seed, RandomStreams.RingColumns), new CounterRandom(seed, RandomStreams.RingGains));
        var numbers = SlowChange.NumbersFor(rows, length);
        for (var column = 0; column < columns; column++)
        {
            if (chosen.Uniform(column) >= share)
                continue;
            var change = SlowChange.Of(errors, column * numbers, rows, length);
            for (var row = 0; row < rows; row++)
                gains[(row * columns) + column] = (float)Math.Max(0, 1 + (deviation * change[row]));
        }
        return gains;
    }
}
