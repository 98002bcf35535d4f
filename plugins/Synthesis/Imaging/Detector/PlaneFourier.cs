namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>Fourier transforms of an image whose sides are powers of two; spectra are in the order of <see cref="LaneFourier"/> along both sides.</summary>
internal sealed class PlaneFourier(int rows, int columns)
{
    private const int Lanes = Projector.Lanes;

    private readonly LaneFourier _down = new(rows);
    private readonly LaneFourier _across = new(columns);

    /// <summary>Height of the image.</summary>
    public int Rows => rows;

    /// <summary>Width of the image.</summary>
    public int Columns => columns;

    /// <summary>Multiplies the spectrum of an image by complex factors, in place.</summary>
    /// <param name="real">(row, column) of the image.</param>
    /// <param name="imaginary">(row, column) of the image.</param>
    /// <param name="factor">(row frequency, column frequency) in cycles per row and per column, each from −½ to ½, to the factor.</param>
    public void Filter(float[] real, float[] imaginary, Func<double, double, (double Real, double Imaginary)> factor)
    {
        Transform(real, imaginary, forward: true);
        var scale = 1.0 / ((double)rows * columns);
        for (var y = 0; y < rows; y++)
        {
            var down = _down.FrequencyAt(y) / (double)rows;
            for (var x = 0; x < columns; x++)
            {
                var (c, d) = factor(down, _across.FrequencyAt(x) / (double)columns);
                var i = (y * columns) + x;
                var (a, b) = (real[i] * scale, imaginary[i] * scale);
                (real[i], imaginary[i]) = ((float)((a * c) - (b * d)), (float)((a * d) + (b * c)));
            }
        }
        Transform(real, imaginary, forward: false);
    }

    private void Transform(float[] real, float[] imaginary, bool forward)
    {
        var buffer = (Real: new float[Math.Max(rows, columns) * Lanes], Imaginary: new float[Math.Max(rows, columns) * Lanes]);
        for (var first = 0; first < columns; first += Lanes)
            Lines(_down, Math.Min(Lanes, columns - first), first, lane: 1, step: columns);
        for (var first = 0; first < rows; first += Lanes)
            Lines(_across, Math.Min(Lanes, rows - first), first * columns, lane: columns, step: 1);

        void Lines(LaneFourier fourier, int lanes, int start, int lane, int step)
        {
            for (var i = 0; i < fourier.Length; i++)
            {
                for (var l = 0; l < lanes; l++)
                {
                    buffer.Real[(i * Lanes) + l] = real[start + (i * step) + (l * lane)];
                    buffer.Imaginary[(i * Lanes) + l] = imaginary[start + (i * step) + (l * lane)];
                }
            }
            if (forward)
                fourier.Forward(buffer.Real, buffer.Imaginary);
            else
                fourier.Backward(buffer.Real, buffer.Imaginary);
            for (var i = 0; i < fourier.Length; i++)
            {
                for (var l = 0; l < lanes; l++)
                {
                    real[start + (i * step) + (l * lane)] = buffer.Real[(i * Lanes) + l];
                    imaginary[start + (i * step) + (l * lane)] = buffer.Imaginary[(i * Lanes) + l];
                }
            }
        }
    }
}
