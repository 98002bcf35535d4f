namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>Continues an image over its borders by its mirror image, the outermost voxel twice: c b a | a b c | c b a.</summary>
internal static class Mirror
{
    /// <summary>The index within 0 … length − 1 that any index stands for.</summary>
    public static int Index(int index, int length)
    {
        if ((uint)index < (uint)length)
            return index;
        var place = index % (2 * length);
        if (place < 0)
            place += 2 * length;
        return place < length ? place : (2 * length) - 1 - place;
    }
}
