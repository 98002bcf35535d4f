using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace VolumeViewer.Plugins.Formats;

/// <summary>Turns the differences that were packed back into samples, row by row; TIFF 6.0, section 14, and Adobe's technical note 3.</summary>
internal static class Predictors
{
    /// <summary>Predictor 2: every sample is the difference to the one before of the same channel, in this machine's byte order.</summary>
    public static void Horizontal(Span<byte> rows, int rowBytes, int bytesPerSample, int samplesPerPixel)
    {
        for (var at = 0; at < rows.Length; at += rowBytes)
        {
            var row = rows.Slice(at, rowBytes);
            switch (bytesPerSample)
            {
                case 1: Accumulate(row, samplesPerPixel); break;
                case 2: Accumulate(MemoryMarshal.Cast<byte, ushort>(row), samplesPerPixel); break;
                case 4: Accumulate(MemoryMarshal.Cast<byte, uint>(row), samplesPerPixel); break;
                default: Accumulate(MemoryMarshal.Cast<byte, ulong>(row), samplesPerPixel); break;
            }
        }
    }

    /// <summary>Predictor 3: a row holds the highest bytes of all its samples, then the next bytes and so on, as differences of bytes.</summary>
    /// <remarks>The result is in this machine's byte order; that of the file plays no part.</remarks>
    public static void FloatingPoint(Span<byte> rows, int rowBytes, int bytesPerSample, int samplesPerPixel)
    {
        var rented = ArrayPool<byte>.Shared.Rent(rowBytes);
        try
        {
            var planes = rented.AsSpan(0, rowBytes);
            var count = rowBytes / bytesPerSample;
            for (var at = 0; at < rows.Length; at += rowBytes)
            {
                var row = rows.Slice(at, rowBytes);
                row.CopyTo(planes);
                Accumulate(planes, samplesPerPixel);
                for (var place = 0; place < bytesPerSample; place++)
                {
                    var plane = planes.Slice((BitConverter.IsLittleEndian ? bytesPerSample - 1 - place : place) * count, count);
                    for (int i = 0, target = place; i < plane.Length; i++, target += bytesPerSample)
                        row[target] = plane[i];
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static void Accumulate<T>(Span<T> row, int step) where T : unmanaged, IBinaryInteger<T>
    {
        for (var i = step; i < row.Length; i++)
            row[i] = unchecked(row[i] + row[i - step]);
    }
}
