using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats;

/// <summary>A file mapped into memory: for voxels that lie in it as they are.</summary>
internal sealed class MappedBytes : FileBytes
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    private MappedBytes(string path, SafeFileHandle handle) : base(path, handle)
    {
        _file = MemoryMappedFile.CreateFromFile(handle, mapName: null, capacity: 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
    }

    /// <exception cref="VolumeReadException">The file cannot be opened or mapped.</exception>
    public static MappedBytes Map(string path)
    {
        var handle = OpenHandle(path);
        try
        {
            return new MappedBytes(path, handle);
        }
        catch (Exception failure)
        {
            handle.Dispose();
            if (failure is IOException or UnauthorizedAccessException or ArgumentException)
                throw new VolumeReadException(path, $"it cannot be mapped into memory: {failure.Message}", failure);
            throw;
        }
    }

    /// <inheritdoc/>
    public override void Read(long offset, Span<byte> buffer)
    {
        // Touching mapped pages behind a new, nearer end would end the process, where a read just fails.
        if (RandomAccess.GetLength(Handle) < Length || !Contains(offset, buffer.Length))
            throw new VolumeReadException(Path, $"{buffer.Length} bytes are wanted at byte {offset}, but they are not in the file (any more).");
        // The stream holds the view while it copies, so that a Dispose on another thread cannot pull it away.
        using var stream = new UnmanagedMemoryStream(_view.SafeMemoryMappedViewHandle, offset, buffer.Length, FileAccess.Read);
        stream.ReadExactly(buffer);
    }

    protected override void Dispose(bool disposing)
    {
        _view.Dispose();
        _file.Dispose();
        base.Dispose(disposing);
    }
}
