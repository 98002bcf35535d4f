namespace VolumeViewer.Plugins.Training.Predict;

/// <summary>A patch of a slice: the window that a network is given, and the core of it that the result is taken from.</summary>
internal readonly record struct PatchWindow(Span1D CoreRows, Span1D CoreColumns, Span1D Rows, Span1D Columns);

/// <summary>A run of rows or columns.</summary>
internal readonly record struct Span1D(int Start, int Length)
{
    internal int End => Start + Length;
}

/// <summary>Cuts a slice into patches with halos.</summary>
internal static class PatchGrid
{
    /// <summary>
    /// Windows whose cores cover the slice once. They reach a halo beyond their core, but not beyond the slice, so that its borders stay borders.
    /// </summary>
    /// <param name="height">Rows of the slice, a multiple of the alignment.</param>
    /// <param name="width">Columns of the slice, a multiple of the alignment.</param>
    /// <param name="core">Edge of the cores; rounded up to the alignment.</param>
    /// <param name="halo">What a result depends on; rounded up to the alignment, so that windows begin where poolings do.</param>
    /// <param name="alignment">Of the network.</param>
    internal static IEnumerable<PatchWindow> Cover(int height, int width, int core, int halo, int alignment)
    {
        (core, halo) = (RoundUp(core, alignment), RoundUp(halo, alignment));
        for (var y = 0; y < height; y += core)
        {
            for (var x = 0; x < width; x += core)
            {
                var (coreRows, coreColumns) = (new Span1D(y, Math.Min(core, height - y)), new Span1D(x, Math.Min(core, width - x)));
                yield return new PatchWindow(coreRows, coreColumns, Widen(coreRows, halo, height), Widen(coreColumns, halo, width));
            }
        }
    }

    internal static int RoundUp(int value, int alignment) => (value + alignment - 1) / alignment * alignment;

    private static Span1D Widen(Span1D core, int halo, int length)
    {
        var start = Math.Max(0, core.Start - halo);
        return new Span1D(start, Math.Min(length, core.End + halo) - start);
    }
}
