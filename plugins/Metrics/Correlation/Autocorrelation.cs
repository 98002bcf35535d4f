using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Correlation;

/// <summary>Writes one row of a real field.</summary>
internal delegate void FieldRow(int z, int y, Span<float> row);

/// <summary>
/// Σ f(i) f(i + h) of a real field over all i, for all lags h up to a reach, by Fourier transforms (Wiener and Khinchin): the field repeats with a period, or is followed by zeros.
/// </summary>
/// <remarks>
/// Rows are transformed in pairs, as real and imaginary parts, and sixteen at a time; slices while they are in the cache. Only lags that are asked for are transformed back.
/// 4 bytes for each voxel of the period and a little besides: 8 bytes for half of them, since the other half of the spectrum is known from it.
/// </remarks>
internal sealed class Autocorrelation
{
    private const int Lanes = LaneFft.Lanes;

    private const int Rows = 2 * Lanes;

    private readonly VolumeShape _shape;

    private readonly VolumeShape _period;

    private readonly LaneFft _alongZ;

    private readonly LaneFft _alongY;

    private readonly LaneFft _alongX;

    private readonly int _waves;

    private readonly int _pitch;

    private readonly ParallelOptions _options;

    private Autocorrelation(VolumeShape shape, VolumeShape period, CancellationToken cancellationToken)
    {
        (_shape, _period) = (shape, period);
        (_alongZ, _alongY, _alongX) = (new LaneFft(period.Depth), new LaneFft(period.Height), new LaneFft(period.Width));
        _waves = (period.Width / 2) + 1;
        _pitch = (_waves + Lanes - 1) / Lanes * Lanes;
        _options = new ParallelOptions { CancellationToken = cancellationToken };
    }

    /// <summary>The sums for a field that repeats at its faces.</summary>
    /// <param name="shape">Shape of the field.</param>
    /// <param name="reach">The largest lags along (z, y, x), at most half of the shape.</param>
    /// <param name="rows">Gives the field, row by row and from any thread.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static LagVolume Periodic(VolumeShape shape, (int Z, int Y, int X) reach, FieldRow rows, CancellationToken cancellationToken = default) =>
        new Autocorrelation(shape, shape, cancellationToken).Run(reach, rows);

    /// <summary>The sums for a field that is 0 beyond its faces.</summary>
    /// <param name="shape">Shape of the field.</param>
    /// <param name="reach">The largest lags along (z, y, x), below the shape.</param>
    /// <param name="rows">Gives the field, row by row and from any thread.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static LagVolume Bounded(VolumeShape shape, (int Z, int Y, int X) reach, FieldRow rows, CancellationToken cancellationToken = default)
    {
        var period = new VolumeShape(
            LaneFft.FastLength(shape.Depth + reach.Z), LaneFft.FastLength(shape.Height + reach.Y), LaneFft.FastLength(shape.Width + reach.X));
        return new Autocorrelation(shape, period, cancellationToken).Run(reach, rows);
    }

    private LagVolume Run((int Z, int Y, int X) reach, FieldRow rows)
    {
        var (real, imaginary) = (new float[_period.Depth][], new float[_period.Depth][]);
        for (var z = 0; z < _period.Depth; z++)
        {
            real[z] = GC.AllocateUninitializedArray<float>(_period.Height * _pitch);
            imaginary[z] = GC.AllocateUninitializedArray<float>(_period.Height * _pitch);
        }
        Parallel.For(0, _shape.Depth, _options, NewWork, (z, _, work) =>
        {
            RowsForward(z, rows, work, real[z], imaginary[z]);
            ColumnsForward(work, real[z], imaginary[z]);
            return work;
        }, static _ => { });
        Parallel.For(0, _period.Height, _options, _alongZ.NewScratch, (y, _, scratch) =>
        {
            for (var k = 0; k < _pitch; k += Lanes)
                Power(scratch, real, imaginary, (y * _pitch) + k, reach.Z);
            return scratch;
        }, static _ => { });
        var result = new LagVolume(reach);
        Parallel.For(0, reach.Z + 1, _options, NewWork, (z, _, work) =>
        {
            ColumnsBackward(work, real[z], imaginary[z]);
            RowsBackward(z, work, real[z], imaginary[z], result);
            return work;
        }, static _ => { });
        return result;
    }

    private Work NewWork() => new(_alongY.NewScratch(), _alongX.NewScratch(), new float[_shape.Width]);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RowsForward(int z, FieldRow rows, Work work, float[] real, float[] imaginary)
    {
        var (length, width) = (_period.Width, _shape.Width);
        for (var first = 0; first < _shape.Height; first += Rows)
        {
            var scratch = work.AlongX;
            Array.Clear(scratch.Real);
            Array.Clear(scratch.Imaginary);
            for (var r = 0; r < Math.Min(Rows, _shape.Height - first); r++)
            {
                rows(z, first + r, work.Row);
                var lanes = MemoryMarshal.Cast<Vector256<float>, float>((r < Lanes ? scratch.Real : scratch.Imaginary).AsSpan())[(r % Lanes)..];
                for (var x = 0; x < width; x++)
                    lanes[x * Lanes] = work.Row[x];
            }
            _alongX.Forward(scratch);
            var half = Vector256.Create(0.5f);
            for (var k = 0; k < _waves; k++)
            {
                var opposite = k == 0 ? 0 : length - k;
                Vector256<float> re = scratch.Real[k], im = scratch.Imaginary[k], otherRe = scratch.Real[opposite], otherIm = scratch.Imaginary[opposite];
                Scatter((re + otherRe) * half, real, first, k);
                Scatter((im - otherIm) * half, imaginary, first, k);
                Scatter((im + otherIm) * half, real, first + Lanes, k);
                Scatter((otherRe - re) * half, imaginary, first + Lanes, k);
            }
        }
    }

    // Eight rows, one a lane.
    private void Scatter(Vector256<float> values, float[] plane, int firstRow, int k)
    {
        var rows = Math.Min(Lanes, _shape.Height - firstRow);
        for (var lane = 0; lane < rows; lane++)
            plane[((firstRow + lane) * _pitch) + k] = values[lane];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ColumnsForward(Work work, float[] real, float[] imaginary)
    {
        var scratch = work.AlongY;
        for (var k = 0; k < _pitch; k += Lanes)
        {
            for (var y = 0; y < _shape.Height; y++)
            {
                scratch.Real[y] = Vector256.LoadUnsafe(ref real[(y * _pitch) + k]);
                scratch.Imaginary[y] = Vector256.LoadUnsafe(ref imaginary[(y * _pitch) + k]);
            }
            scratch.Real.AsSpan(_shape.Height).Clear();
            scratch.Imaginary.AsSpan(_shape.Height).Clear();
            _alongY.Forward(scratch);
            for (var y = 0; y < _period.Height; y++)
            {
                scratch.Real[y].StoreUnsafe(ref real[(y * _pitch) + k]);
                scratch.Imaginary[y].StoreUnsafe(ref imaginary[(y * _pitch) + k]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Power(LaneFft.Scratch scratch, float[][] real, float[][] imaginary, int place, int reach)
    {
        for (var z = 0; z < _shape.Depth; z++)
        {
            scratch.Real[z] = Vector256.LoadUnsafe(ref real[z][place]);
            scratch.Imaginary[z] = Vector256.LoadUnsafe(ref imaginary[z][place]);
        }
        scratch.Real.AsSpan(_shape.Depth).Clear();
        scratch.Imaginary.AsSpan(_shape.Depth).Clear();
        _alongZ.Forward(scratch);
        var (re, im) = (scratch.Real, scratch.Imaginary);
        for (var z = 0; z < re.Length; z++)
        {
            re[z] = (re[z] * re[z]) + (im[z] * im[z]);
            im[z] = Vector256<float>.Zero;
        }
        _alongZ.Backward(scratch);
        for (var z = 0; z <= reach; z++)
        {
            scratch.Real[z].StoreUnsafe(ref real[z][place]);
            scratch.Imaginary[z].StoreUnsafe(ref imaginary[z][place]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ColumnsBackward(Work work, float[] real, float[] imaginary)
    {
        var scratch = work.AlongY;
        for (var k = 0; k < _pitch; k += Lanes)
        {
            for (var y = 0; y < _period.Height; y++)
            {
                scratch.Real[y] = Vector256.LoadUnsafe(ref real[(y * _pitch) + k]);
                scratch.Imaginary[y] = Vector256.LoadUnsafe(ref imaginary[(y * _pitch) + k]);
            }
            _alongY.Backward(scratch);
            for (var y = 0; y < _period.Height; y++)
            {
                scratch.Real[y].StoreUnsafe(ref real[(y * _pitch) + k]);
                scratch.Imaginary[y].StoreUnsafe(ref imaginary[(y * _pitch) + k]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RowsBackward(int z, Work work, float[] real, float[] imaginary, LagVolume result)
    {
        var (length, reach) = (_period.Width, result.Reach);
        var scale = (float)(1 / (double)_period.VoxelCount);
        var lags = (2 * reach.Y) + 1;
        for (var first = 0; first < lags; first += Rows)
        {
            var scratch = work.AlongX;
            for (var k = 0; k < _waves; k++)
            {
                var (re, im) = (Gather(real, first, k), Gather(imaginary, first, k));
                var (pairRe, pairIm) = (Gather(real, first + Lanes, k), Gather(imaginary, first + Lanes, k));
                var opposite = k == 0 ? 0 : length - k;
                (scratch.Real[opposite], scratch.Imaginary[opposite]) = (re + pairIm, pairRe - im);
                (scratch.Real[k], scratch.Imaginary[k]) = (re - pairIm, im + pairRe);
            }
            _alongX.Backward(scratch);
            for (var r = 0; r < Math.Min(Rows, lags - first); r++)
            {
                var lanes = MemoryMarshal.Cast<Vector256<float>, float>(r < Lanes ? scratch.Real : scratch.Imaginary)[(r % Lanes)..];
                var row = result.Row(z, first + r - reach.Y);
                for (var x = -reach.X; x <= reach.X; x++)
                    row[x + reach.X] = scale * lanes[(x < 0 ? x + length : x) * Lanes];
            }
        }

        Vector256<float> Gather(float[] plane, int firstLag, int k)
        {
            Span<float> values = stackalloc float[Lanes];
            for (var lane = 0; lane < Lanes; lane++)
            {
                var y = firstLag + lane - reach.Y;
                values[lane] = firstLag + lane < lags ? plane[((y < 0 ? y + _period.Height : y) * _pitch) + k] : 0;
            }
            return Vector256.LoadUnsafe(ref values[0]);
        }
    }

    private sealed record Work(LaneFft.Scratch AlongY, LaneFft.Scratch AlongX, float[] Row);
}
