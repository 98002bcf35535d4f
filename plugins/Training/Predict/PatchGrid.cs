namespace VolumeViewer.Plugins.Training.Predict;

/// <summary>A patch: the window that a network is given, and the core of it that the result is taken from. A slice is one plane.</summary>
internal readonly record struct PatchWindow(Span1D CorePlanes, Span1D CoreRows, Span1D CoreColumns, Span1D Planes, Span1D Rows, Span1D Columns);

/// <summary>A run of planes, rows or columns.</summary>
internal readonly record struct Span1D(int Start, int Length)
{
    internal int End => Start + Length;
}

/// <summary>Cuts slices and blocks into patches with halos.</summary>
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
        var plane = new Span1D(0, 1);
        return
            from rows in Cut(new Span1D(0, height), height, core, halo, alignment)
            from columns in Cut(new Span1D(0, width), width, core, halo, alignment)
            select new PatchWindow(plane, rows.Core, columns.Core, plane, rows.Window, columns.Window);
    }

    /// <summary>The same in three dimensions, for some planes of a block.</summary>
    /// <param name="planes">Those that the cores cover; they begin at a multiple of the alignment.</param>
    /// <param name="depth">Planes of the block, a multiple of the alignment.</param>
    /// <param name="height">Rows of the block, a multiple of the alignment.</param>
    /// <param name="width">Columns of the block, a multiple of the alignment.</param>
    /// <param name="core">Edge of the cores.</param>
    /// <param name="halo">What a result depends on.</param>
    /// <param name="alignment">Of the network.</param>
    internal static IEnumerable<PatchWindow> Cover(Span1D planes, int depth, int height, int width, int core, int halo, int alignment) =>
        from slab in Cut(planes, depth, core, halo, alignment)
        from rows in Cut(new Span1D(0, height), height, core, halo, alignment)
        from columns in Cut(new Span1D(0, width), width, core, halo, alignment)
        select new PatchWindow(slab.Core, rows.Core, columns.Core, slab.Window, rows.Window, columns.Window);

    /// <summary>Windows of one size that overlap; each is all core.</summary>
    /// <param name="depth">Planes of the block, a multiple of the alignment, or one plane for networks of two dimensions.</param>
    /// <param name="height">Rows of the block, a multiple of the alignment.</param>
    /// <param name="width">Columns of the block, a multiple of the alignment.</param>
    /// <param name="size">Edge of the windows.</param>
    /// <param name="overlap">Share of a window that the next one covers too, below 1.</param>
    /// <param name="alignment">Of the network.</param>
    internal static IEnumerable<PatchWindow> CoverOverlapping(int depth, int height, int width, int size, double overlap, int alignment) =>
        from planes in Steps(depth, size, overlap, alignment)
        from rows in Steps(height, size, overlap, alignment)
        from columns in Steps(width, size, overlap, alignment)
        select new PatchWindow(planes, rows, columns, planes, rows, columns);

    internal static int RoundUp(int value, int alignment) => (value + alignment - 1) / alignment * alignment;

    private static IEnumerable<(Span1D Core, Span1D Window)> Cut(Span1D whole, int length, int core, int halo, int alignment)
    {
        (core, halo) = (RoundUp(core, alignment), RoundUp(halo, alignment));
        for (var at = whole.Start; at < whole.End; at += core)
        {
            var inner = new Span1D(at, Math.Min(core, whole.End - at));
            yield return (inner, Widen(inner, halo, length));
        }
    }

    private static IEnumerable<Span1D> Steps(int length, int size, double overlap, int alignment)
    {
        size = RoundUp(size, alignment);
        if (length <= size)
            return [new Span1D(0, length)];
        var step = Math.Max(alignment, (int)(size * (1 - overlap)) / alignment * alignment);
        var count = 1 + ((length - size + step - 1) / step);
        // The last one ends with the block.
        return Enumerable.Range(0, count).Select(i => new Span1D(Math.Min(i * step, length - size), size));
    }

    private static Span1D Widen(Span1D core, int halo, int length)
    {
        var start = Math.Max(0, core.Start - halo);
        return new Span1D(start, Math.Min(length, core.End + halo) - start);
    }
}
