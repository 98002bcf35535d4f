using System.Runtime.InteropServices;

namespace VolumeViewer.Plugins.Metrics;

/// <summary>How often each pair of labels occurs in the same voxel of two slices.</summary>
internal static class PairCounts
{
    // Runs of the same pair would make each addition wait for the last one, so that neighbours count into different sets.
    private const int Sets = 4;

    /// <summary>Counts one slice.</summary>
    /// <param name="first">Labels.</param>
    /// <param name="second">As many.</param>
    /// <param name="firstPhases">Labels from here on count as unlabelled.</param>
    /// <param name="secondPhases">The same for the others.</param>
    /// <returns>By [first, second]; the last row and column are the unlabelled.</returns>
    public static long[,] Count(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, int firstPhases, int secondPhases)
    {
        var width = secondPhases + 1;
        var size = (firstPhases + 1) * width;
        var counts = new int[Sets * size];
        // Where a label of the first and one of the second stand in the counts.
        Span<int> rows = stackalloc int[256];
        Span<int> columns = stackalloc int[256];
        for (var label = 0; label < 256; label++)
        {
            rows[label] = Math.Min(label, firstPhases) * width;
            columns[label] = Math.Min(label, secondPhases);
        }
        var a = counts.AsSpan(0, size);
        var b = counts.AsSpan(size, size);
        var c = counts.AsSpan(2 * size, size);
        var d = counts.AsSpan(3 * size, size);
        var i = 0;
        for (; i <= first.Length - Sets; i += Sets)
        {
            a[rows[first[i]] + columns[second[i]]]++;
            b[rows[first[i + 1]] + columns[second[i + 1]]]++;
            c[rows[first[i + 2]] + columns[second[i + 2]]]++;
            d[rows[first[i + 3]] + columns[second[i + 3]]]++;
        }
        for (; i < first.Length; i++)
            a[rows[first[i]] + columns[second[i]]]++;

        var result = new long[firstPhases + 1, width];
        var flat = MemoryMarshal.CreateSpan(ref result[0, 0], size);
        for (var pair = 0; pair < size; pair++)
            flat[pair] = (long)a[pair] + b[pair] + c[pair] + d[pair];
        return result;
    }
}
