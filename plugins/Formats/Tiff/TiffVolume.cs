using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats;

/// <summary>All that a TIFF file says about a volume: the pages that are its slices, and the metadata of the first.</summary>
internal sealed record TiffVolume(IReadOnlyList<TiffPage> Pages, Spacing Spacing, PhaseTable? Phases)
{
    private const int ReducedOrMask = 1 | 4;

    /// <summary>Shape of the volume.</summary>
    public VolumeShape Shape => new(Pages.Count, Pages[0].Height, Pages[0].Width);

    /// <summary>Reads and checks all pages.</summary>
    /// <exception cref="VolumeReadException">One is damaged, not supported, or unlike the first.</exception>
    public static TiffVolume Read(FileBytes bytes, CancellationToken cancellationToken)
    {
        var file = new TiffFile(bytes);
        var pages = new List<TiffPage>();
        TiffDirectory? first = null;
        var chunks = 0L;
        foreach (var directory in file.Directories())
        {
            cancellationToken.ThrowIfCancellationRequested();
            // Thumbnails and masks go with the pages, but are no slices.
            if (first is not null && (directory.Integer(TiffTag.NewSubfileType, 0) & ReducedOrMask) != 0)
                continue;
            var page = new TiffPage(file, directory);
            first ??= directory;
            // Each strip takes space in the tables and for its data; pages that share theirs are made to fill the memory.
            chunks += page.ChunkCount;
            if (chunks > bytes.Length)
                throw directory.Fault($"the pages so far claim to consist of {chunks} strips and tiles, more than the file has bytes.");
            if (pages.Count > 0 && !page.IsLike(pages[0]))
                throw directory.Fault($"it has {page}, but page {pages[0].Number} has {pages[0]}. All pages of a volume must be alike.");
            pages.Add(page);
        }
        // A file without pages was refused when its chain was followed.
        var text = first!.Text(TiffTag.ImageDescription);
        var (imageJ, ome) = (ImageJDescription.Of(text), OmeDescription.Of(text));
        if (imageJ is not null)
            RefuseSeveralDimensions(first, "ImageJ", imageJ.Channels, imageJ.Slices, imageJ.Frames);
        if (ome is not null)
            RefuseSeveralDimensions(first, "OME", ome.SizeC / pages[0].Layout.Samples, ome.SizeZ, ome.SizeT);
        if (imageJ is not null && pages.Count == 1 && imageJ.Images > 1)
            AddContiguousSlices(bytes, first, pages, imageJ.Images);
        return new TiffVolume(pages, VoxelSize.Of(first, imageJ, ome), imageJ?.Phases);
    }

    // ImageJ describes only the first slice of a stack where the others follow right behind it.
    private static void AddContiguousSlices(FileBytes bytes, TiffDirectory directory, List<TiffPage> pages, long images)
    {
        var page = pages[0];
        if (!page.IsContiguous)
            throw directory.Fault($"ImageJ's description speaks of {images} slices, but there is one page, and its data are not in one uncompressed piece.");
        var (offset, sliceBytes) = page.Run;
        if (images > int.MaxValue || images > (bytes.Length - offset) / sliceBytes)
            throw directory.Fault($"ImageJ's description speaks of {images} slices of {sliceBytes} bytes from byte {offset} on, but the file ends at byte "
                + $"{bytes.Length}, after {(bytes.Length - offset) / sliceBytes} of them. It was cut off, perhaps by a broken copy.");
        for (var slice = 1; slice < images; slice++)
            pages.Add(page.Shifted(slice * sliceBytes));
    }

    // One of them alone is taken for z, whatever it is called: programs that know nothing of z call it any of the three.
    private static void RefuseSeveralDimensions(TiffDirectory page, string kind, long channels, long slices, long frames)
    {
        if ((channels > 1 ? 1 : 0) + (slices > 1 ? 1 : 0) + (frames > 1 ? 1 : 0) > 1)
            throw page.Fault($"its {kind} description speaks of {channels} channel(s), {slices} slice(s) and {frames} frame(s), "
                + "where a volume has slices only. Save one channel at one point in time.");
    }
}
