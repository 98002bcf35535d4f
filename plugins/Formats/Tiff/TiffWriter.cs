using System.Globalization;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats;

/// <summary>Writes TIFF files with a deflated page per slice, or a folder of such files with one slice each.</summary>
/// <remarks>
/// The voxel size is kept as ImageJ keeps it. The phases of labels stand as JSON in a line "VolumeViewer=…" of the tag ImageDescription.
/// A path that ends with a separator, or an empty folder, gets files slice_0000.tif, slice_0001.tif …
/// </remarks>
public sealed class TiffWriter : IVolumeWriter
{
    /// <inheritdoc/>
    public string Id => "tiff";

    /// <inheritdoc/>
    public string Title => "TIFF volume or folder of slices";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".tif", ".tiff"];

    /// <inheritdoc/>
    public bool WritesFolders => true;

    /// <summary>Whether to write BigTIFF; null writes it where a file could get longer than the 4 GiB that TIFF reaches.</summary>
    public bool? BigTiff { get; init; }

    /// <inheritdoc/>
    public void Write(IVolumeSource volume, string path, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(volume);
        ArgumentNullException.ThrowIfNull(path);
        if (Path.EndsInDirectorySeparator(path) || Directory.Exists(path))
            WriteFolder(volume, path, progress, cancellationToken);
        else
            WriteFile(volume, path, progress, cancellationToken);
    }

    private void WriteFile(IVolumeSource volume, string path, IProgress<JobProgress>? progress, CancellationToken cancellationToken)
    {
        var description = ImageJDescription.Compose(volume.Shape.Depth, volume.Spacing, volume.Phases);
        NewFile.Write(path, handle =>
        {
            var stream = new TiffStream(handle, BigTiff ?? TiffStream.MayExceedClassic(volume), volume, description);
            SliceCompressor.Run(volume, (_, slice) => stream.Append(slice), progress, cancellationToken);
            stream.Finish();
        });
    }

    private void WriteFolder(IVolumeSource volume, string path, IProgress<JobProgress>? progress, CancellationToken cancellationToken)
    {
        var description = ImageJDescription.Compose(1, volume.Spacing, volume.Phases);
        var digits = Math.Max(4, (volume.Shape.Depth - 1).ToString(CultureInfo.InvariantCulture).Length);
        NewFile.WriteFolder(path, folder => SliceCompressor.Run(volume, (z, slice) =>
        {
            var name = Path.Combine(folder, $"slice_{z.ToString($"D{digits}", CultureInfo.InvariantCulture)}.tif");
            using var handle = File.OpenHandle(name, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            var stream = new TiffStream(handle, BigTiff ?? false, volume, description);
            stream.Append(slice);
            stream.Finish();
        }, progress, cancellationToken));
    }
}
