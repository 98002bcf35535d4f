using Microsoft.Win32.SafeHandles;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats;

/// <summary>The bytes of an open file, read from any place by any thread. Other programs may read the file too.</summary>
internal class FileBytes : IDisposable
{
    // What was touched of a mapped file counts as the program's memory; slices of larger files are read, which is as fast.
    private const long MostMapped = 1L << 30;

    private readonly SafeFileHandle _handle;

    protected FileBytes(string path, SafeFileHandle handle)
    {
        (Path, _handle) = (path, handle);
        Length = RandomAccess.GetLength(handle);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Its length when it was opened.</summary>
    public long Length { get; }

    protected SafeFileHandle Handle => _handle;

    /// <exception cref="VolumeReadException">The file is missing, locked or may not be read.</exception>
    public static FileBytes Open(string path) => new(path, OpenHandle(path));

    /// <summary>Opens a file in which voxels lie as they are: mapped into memory, if it is small enough for that.</summary>
    /// <exception cref="VolumeReadException">The file cannot be opened or mapped.</exception>
    public static FileBytes OpenVoxels(string path)
    {
        var file = Open(path);
        if (file.Length > MostMapped)
            return file;
        using (file)
            return MappedBytes.Map(path);
    }

    /// <summary>Fills the buffer with the bytes from <paramref name="offset"/> on.</summary>
    /// <exception cref="VolumeReadException">The file ends before, or the disk fails.</exception>
    public virtual void Read(long offset, Span<byte> buffer)
    {
        try
        {
            for (var done = 0; done < buffer.Length;)
            {
                var count = RandomAccess.Read(_handle, buffer[done..], offset + done);
                if (count == 0)
                    throw new VolumeReadException(Path, $"{buffer.Length} bytes are wanted at byte {offset}, but the file ends at byte {offset + done}.");
                done += count;
            }
        }
        catch (IOException failure)
        {
            throw new VolumeReadException(Path, $"reading {buffer.Length} bytes at byte {offset} failed: {failure.Message}", failure);
        }
    }

    /// <summary>Whether a stretch of bytes lies within the file.</summary>
    public bool Contains(long offset, long count) => offset >= 0 && count >= 0 && offset <= Length && count <= Length - offset;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _handle.Dispose();

    protected static SafeFileHandle OpenHandle(string path)
    {
        try
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new VolumeReadException(path, "there is no such file. Check the name and the folder.", failure);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new VolumeReadException(path, Directory.Exists(path) ? "it is a folder." : "you have no right to read it.", failure);
        }
        catch (IOException failure)
        {
            throw new VolumeReadException(path, failure.Message, failure);
        }
    }
}
