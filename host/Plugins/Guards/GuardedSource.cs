using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins;

/// <summary>A volume that a plugin's own code reads: a fault while reading is told as a read error that names the plugin.</summary>
internal sealed class GuardedSource : IVolumeSource, IGuarded
{
    private readonly IVolumeSource _source;
    private readonly string _path;
    private readonly Guard _guard;

    /// <exception cref="PluginFaultException">A property throws, or gives null.</exception>
    public GuardedSource(IVolumeSource source, string path, Guard guard)
    {
        (_source, _path, _guard) = (source, path, guard);
        (Shape, Spacing, VoxelType, Phases) = guard.Call($"the volume of '{path}' was asked for its shape", () =>
            (source.Shape.VoxelCount > 0 ? source.Shape : throw new InvalidOperationException("Its shape has no voxels."), source.Spacing, source.VoxelType, source.Phases));
    }

    /// <summary>The plugin whose code reads the voxels, and lives as long as this does.</summary>
    public PluginEntry Plugin => _guard.Plugin;

    /// <inheritdoc/>
    public VolumeShape Shape { get; }

    /// <inheritdoc/>
    public Spacing Spacing { get; }

    /// <inheritdoc/>
    public VoxelType VoxelType { get; }

    /// <inheritdoc/>
    public PhaseTable? Phases { get; }

    /// <inheritdoc/>
    public long MemoryBytes
    {
        get
        {
            try
            {
                return _source.MemoryBytes;
            }
            // The edge where a plugin's code is called; what it holds is then simply not known.
            catch (Exception cause)
            {
                _guard.Fault($"the volume of '{_path}' was asked for its memory", cause);
                return 0;
            }
        }
    }

    /// <inheritdoc/>
    public void ReadSlice(int z, Span<byte> destination)
    {
        try
        {
            _source.ReadSlice(z, destination);
        }
        catch (Exception cause) when (!Guard.IsAllowed(cause) && !IsCallers(cause, z, destination.Length, VoxelType.ByteSize()))
        {
            throw Fault(z, cause);
        }
    }

    /// <inheritdoc/>
    public void ReadSlice(int z, Span<float> destination)
    {
        try
        {
            _source.ReadSlice(z, destination);
        }
        catch (Exception cause) when (!Guard.IsAllowed(cause) && !IsCallers(cause, z, destination.Length, 1))
        {
            throw Fault(z, cause);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _guard.Call($"closing '{_path}'", _source.Dispose);

    // A wrong slice index or length is the caller's fault, and using it after its end too.
    private bool IsCallers(Exception cause, int z, int length, int elementsPerVoxel) =>
        cause is ObjectDisposedException || (uint)z >= (uint)Shape.Depth || length != Shape.SliceLength * elementsPerVoxel;

    private VolumeReadException Fault(int z, Exception cause) => new(_path, _guard.Fault($"reading slice {z} of '{_path}'", cause).Message, cause);
}
