using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats;

/// <summary>A folder of TIFF files with one slice each.</summary>
/// <remarks>A file is open only while it is read: systems allow few open files, and volumes have many slices.</remarks>
internal sealed class TiffFolderSource : SliceSource
{
    private readonly Slice[] _slices;
    private volatile bool _disposed;

    private TiffFolderSource(Slice[] slices, TiffVolume first)
        : base(new VolumeShape(slices.Length, first.Shape.Height, first.Shape.Width), first.Pages[0].Layout.VoxelType, first.Spacing, first.Phases) =>
        _slices = slices;

    /// <summary>Reads and checks the structure of all files.</summary>
    /// <param name="files">In the order of the slices.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="VolumeReadException">A file is damaged, has several pages, or is unlike the first.</exception>
    public static TiffFolderSource Open(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var slices = new Slice[files.Count];
        var failures = new Exception?[files.Count];
        Parallel.For(0, files.Count, new ParallelOptions { CancellationToken = cancellationToken }, z =>
        {
            try
            {
                using var bytes = FileBytes.Open(files[z]);
                slices[z] = new Slice(files[z], bytes.Length, TiffVolume.Read(bytes, cancellationToken));
            }
            catch (VolumeReadException failure)
            {
                failures[z] = failure;
            }
        });
        // The first in order, so that the same folder gives the same message every time.
        if (failures.FirstOrDefault(failure => failure is not null) is { } earliest)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(earliest);
        foreach (var slice in slices)
            Check(slice, slices[0]);
        return new TiffFolderSource(slices, slices[0].Volume);
    }

    public override void Dispose() => _disposed = true;

    protected override void ReadRaw(int z, Span<byte> destination)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var slice = _slices[z];
        using var bytes = FileBytes.Open(slice.Path);
        if (bytes.Length != slice.Length)
        {
            throw new VolumeReadException(slice.Path, $"it had {slice.Length} bytes when the folder was opened, and has {bytes.Length} now. "
                + "Open the folder again.");
        }
        PageDecoder.Read(bytes, slice.Volume.Pages[0], destination);
    }

    private static void Check(Slice slice, Slice first)
    {
        if (slice.Volume.Pages.Count != 1)
            throw new VolumeReadException(slice.Path, $"it has {slice.Volume.Pages.Count} pages, but the files of a folder of slices have one each. "
                + "Open the file by itself, or take it out of the folder.");
        var (page, firstPage) = (slice.Volume.Pages[0], first.Volume.Pages[0]);
        if (!page.IsLike(firstPage))
            throw new VolumeReadException(Path.GetDirectoryName(slice.Path) ?? "", "the slices of a folder must be alike, but "
                + $"'{Path.GetFileName(slice.Path)}' has {page} "
                + $"and '{Path.GetFileName(first.Path)}' has {firstPage}. Put them into separate folders, or open one file by itself.");
    }

    private sealed record Slice(string Path, long Length, TiffVolume Volume);
}
