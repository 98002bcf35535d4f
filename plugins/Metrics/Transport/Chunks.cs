namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>Loops over pieces of fixed size, so that sums over the pieces have the same bits on any number of cores.</summary>
internal static class Chunks
{
    private const int Size = 8192;

    /// <summary>How many pieces there are.</summary>
    public static int Count(int items) => (items + Size - 1) / Size;

    /// <summary>The first item of a piece and the end of it.</summary>
    public static (int From, int To) Range(int chunk, int items) => (chunk * Size, Math.Min(items, (chunk + 1) * Size));

    /// <summary>Calls for each piece with its number, its first item and the end of it; on this thread if there are few.</summary>
    public static void ForEach(int items, Action<int, int, int> work)
    {
        var count = Count(items);
        if (count <= 2)
        {
            for (var chunk = 0; chunk < count; chunk++)
                work(chunk, chunk * Size, Math.Min(items, (chunk + 1) * Size));
            return;
        }
        Parallel.For(0, count, chunk => work(chunk, chunk * Size, Math.Min(items, (chunk + 1) * Size)));
    }

    /// <summary>The scalar product of two fields.</summary>
    public static double Dot(int items, float[] a, float[] b)
    {
        var sums = new double[Count(items)];
        ForEach(items, (chunk, from, to) =>
        {
            var sum = 0.0;
            for (var i = from; i < to; i++)
                sum += (double)a[i] * b[i];
            sums[chunk] = sum;
        });
        return sums.Sum();
    }
}
