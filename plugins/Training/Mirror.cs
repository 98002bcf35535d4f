namespace VolumeViewer.Plugins.Training;

/// <summary>Positions beyond the ends of a row, reflected back into it; the end voxel itself is not repeated.</summary>
internal static class Mirror
{
    /// <summary>For a row of four: … 2 1 | 0 1 2 3 | 2 1 0 1 …</summary>
    internal static int Index(int position, int length)
    {
        if ((uint)position < (uint)length)
            return position;
        if (length == 1)
            return 0;
        var period = 2 * (length - 1);
        var phase = ((position % period) + period) % period;
        return phase < length ? phase : period - phase;
    }

    /// <summary>The indices of <paramref name="count"/> positions from <paramref name="start"/> on.</summary>
    internal static int[] Indices(int start, int count, int length)
    {
        var indices = new int[count];
        for (var i = 0; i < count; i++)
            indices[i] = Index(start + i, length);
        return indices;
    }
}
