using System.Runtime.InteropServices;

namespace VolumeViewer.Sdk;

/// <summary>A 3-D field in memory: index (z, y, x), x fastest, one buffer per z-slice.</summary>
/// <typeparam name="T">byte, ushort, short, uint, int, float or double.</typeparam>
/// <remarks>One buffer per slice, since 2048³ voxels overflow the int length of a single <see cref="Span{T}"/>.</remarks>
public sealed class Volume<T> : IVolumeSource, IRowSource where T : unmanaged
{
    private T[][]? _slices;

    /// <summary>A volume filled with zeros.</summary>
    /// <exception cref="NotSupportedException">A voxel cannot be a <typeparamref name="T"/>.</exception>
    public Volume(VolumeShape shape, Spacing? spacing = null)
    {
        VoxelType = VoxelConversion.TypeOf<T>();
        Shape = shape;
        Spacing = spacing ?? Spacing.Uncalibrated;
        _slices = new T[shape.Depth][];
        for (var z = 0; z < shape.Depth; z++)
            _slices[z] = new T[shape.SliceLength];
    }

    private Volume(VolumeShape shape, Spacing spacing, T[][] slices) => (Shape, Spacing, VoxelType, _slices) = (shape, spacing, VoxelConversion.TypeOf<T>(), slices);

    /// <inheritdoc/>
    public VolumeShape Shape { get; }

    /// <inheritdoc/>
    public Spacing Spacing { get; }

    /// <inheritdoc/>
    public VoxelType VoxelType { get; }

    /// <inheritdoc/>
    public long MemoryBytes => _slices is null ? 0 : Shape.VoxelCount * VoxelType.ByteSize();

    /// <summary>One voxel. For loops take <see cref="Slice"/>.</summary>
    public T this[int z, int y, int x]
    {
        get => Slice(z)[(y * Shape.Width) + x];
        set => Slice(z)[(y * Shape.Width) + x] = value;
    }

    /// <summary>The voxels of one z-slice, row by row; lent until <see cref="Dispose"/>.</summary>
    /// <exception cref="ObjectDisposedException">The volume was disposed.</exception>
    public Span<T> Slice(int z)
    {
        ObjectDisposedException.ThrowIf(_slices is null, this);
        return _slices[z];
    }

    /// <summary>The same memory as <see cref="Slice"/>, to be kept across an await.</summary>
    /// <exception cref="ObjectDisposedException">The volume was disposed.</exception>
    public Memory<T> SliceMemory(int z)
    {
        ObjectDisposedException.ThrowIf(_slices is null, this);
        return _slices[z];
    }

    /// <inheritdoc/>
    public void ReadSlice(int z, Span<byte> destination)
    {
        var raw = MemoryMarshal.AsBytes<T>(Slice(z));
        SourceChecks.SliceLength(raw.Length, destination.Length);
        raw.CopyTo(destination);
    }

    /// <inheritdoc/>
    public void ReadSlice(int z, Span<float> destination) => VoxelConversion.ToSingle(MemoryMarshal.AsBytes<T>(Slice(z)), VoxelType, destination);

    /// <summary>Lets go of the voxels.</summary>
    public void Dispose() => _slices = null;

    void IRowSource.ReadRow(int z, int y, int x, Span<float> destination) =>
        VoxelConversion.ToSingle(MemoryMarshal.AsBytes<T>(Slice(z).Slice((y * Shape.Width) + x, destination.Length)), VoxelType, destination);

    IVolumeSource IRowSource.WithSpacing(Spacing spacing) => WithSpacing(spacing);

    internal Volume<T> WithSpacing(Spacing spacing)
    {
        ObjectDisposedException.ThrowIf(_slices is null, this);
        return new Volume<T>(Shape, spacing, _slices);
    }
}
