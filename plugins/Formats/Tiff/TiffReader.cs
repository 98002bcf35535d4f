using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats;

/// <summary>Opens TIFF files as volumes, one slice a page, and folders of TIFF files with one slice each.</summary>
/// <remarks>
/// Integers of 8, 16 and 32 bits, floats of 16, 32 and 64 bits and samples of 1, 2 and 4 bits; both byte orders; BigTIFF; strips and tiles;
/// chunky and planar; uncompressed, LZW, deflate and PackBits with all predictors; RGB as its luminance. Palettes are left aside: the values
/// that stand in the file are the voxels.
/// </remarks>
public sealed class TiffReader : IVolumeReader
{
    /// <inheritdoc/>
    public string Id => "tiff";

    /// <inheritdoc/>
    public string Title => "TIFF volume or folder of slices";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".tif", ".tiff"];

    /// <inheritdoc/>
    public bool CanRead(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!Directory.Exists(path))
            return IsTiff(path);
        try
        {
            return Directory.EnumerateFiles(path).Any(IsSlice);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public IVolumeSource Open(string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!Directory.Exists(path))
            return OpenFile(path, cancellationToken);
        string[] files;
        try
        {
            files = [.. Directory.EnumerateFiles(path).Where(IsSlice).OrderBy(file => Path.GetFileName(file), NaturalOrder.Instance)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new VolumeReadException(path, $"the folder cannot be listed: {failure.Message}", failure);
        }
        return files.Length switch
        {
            0 => throw new VolumeReadException(path, "the folder holds no .tif or .tiff files."),
            1 => OpenFile(files[0], cancellationToken),
            _ => TiffFolderSource.Open(files, cancellationToken),
        };
    }

    private static TiffSource OpenFile(string path, CancellationToken cancellationToken)
    {
        var bytes = FileBytes.Open(path);
        try
        {
            var volume = TiffVolume.Read(bytes, cancellationToken);
            if (volume.Pages.All(page => page.Compression == TiffCompression.None))
            {
                bytes.Dispose();
                bytes = FileBytes.OpenVoxels(path);
            }
            return new TiffSource(bytes, volume);
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    private bool IsTiff(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    // Names that begin with a dot are what some systems keep beside the files proper.
    private bool IsSlice(string path) => IsTiff(path) && !Path.GetFileName(path).StartsWith('.');
}
