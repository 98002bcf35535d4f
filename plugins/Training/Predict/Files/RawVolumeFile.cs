using Microsoft.Win32.SafeHandles;

using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Predict.Files;

/// <summary>A volume in a file of nothing but voxels, z by z: written and read in parts, so that none of it need be in memory.</summary>
internal sealed class RawVolumeFile : IVolumeSource
{
    private readonly SafeFileHandle _file;
    private readonly Action? _closed;
    private readonly string _path;

    /// <param name="path">Of the file; made where it is not there.</param>
    /// <param name="shape">Of the volume.</param>
    /// <param name="spacing">Of the volume.</param>
    /// <param name="type">Of the voxels.</param>
    /// <param name="closed">Called once, after the file was closed.</param>
    internal RawVolumeFile(string path, VolumeShape shape, Spacing spacing, VoxelType type, Action? closed = null)
    {
        (Shape, Spacing, VoxelType, _closed, _path) = (shape, spacing, type, closed, path);
        _file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        var length = shape.VoxelCount * type.ByteSize();
        if (RandomAccess.GetLength(_file) != length)
            RandomAccess.SetLength(_file, length);
    }

    public VolumeShape Shape { get; }

    public Spacing Spacing { get; }

    public VoxelType VoxelType { get; }

    /// <summary>Writes rows of a slice.</summary>
    internal void Write(int z, int firstRow, ReadOnlySpan<byte> rows) => RandomAccess.Write(_file, rows, Offset(z, firstRow));

    /// <summary>Reads rows of a slice.</summary>
    internal void Read(int z, int firstRow, Span<byte> rows)
    {
        var (done, at) = (0, Offset(z, firstRow));
        while (done < rows.Length)
        {
            var count = RandomAccess.Read(_file, rows[done..], at + done);
            if (count == 0)
                throw new VolumeReadException(_path, $"the work file of a prediction ends in slice {z}; another program made it shorter. Start the prediction anew.");
            done += count;
        }
    }

    public void ReadSlice(int z, Span<byte> destination)
    {
        ObjectDisposedException.ThrowIf(_file.IsClosed, this);
        Read(z, 0, destination);
    }

    public void ReadSlice(int z, Span<float> destination)
    {
        var raw = new byte[Shape.SliceLength * VoxelType.ByteSize()];
        ReadSlice(z, raw);
        VoxelConversion.ToSingle(raw, VoxelType, destination);
    }

    public void Dispose()
    {
        if (_file.IsClosed)
            return;
        _file.Dispose();
        _closed?.Invoke();
    }

    private long Offset(int z, int row) => ((((long)z * Shape.Height) + row) * Shape.Width) * VoxelType.ByteSize();
}
