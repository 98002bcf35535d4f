namespace VolumeViewer.Sdk;

/// <summary>A volume that is read on demand, with another distance between its voxels than it states itself.</summary>
internal sealed class RespacedSource : IVolumeSource
{
    private readonly IVolumeSource _source;

    private RespacedSource(IVolumeSource source, Spacing spacing) => (_source, Spacing) = (source, spacing);

    public VolumeShape Shape => _source.Shape;

    public Spacing Spacing { get; }

    public VoxelType VoxelType => _source.VoxelType;

    public PhaseTable? Phases => _source.Phases;

    public long MemoryBytes => _source.MemoryBytes;

    /// <summary>The same voxels with another spacing; whoever had the source has that now, and disposes it.</summary>
    public static IVolumeSource Of(IVolumeSource source, Spacing spacing)
    {
        if (source is IRowSource rows)
            return rows.WithSpacing(spacing);
        var inner = source is RespacedSource respaced ? respaced._source : source;
        return inner.Spacing == spacing ? inner : new RespacedSource(inner, spacing);
    }

    public void ReadSlice(int z, Span<byte> destination) => _source.ReadSlice(z, destination);

    public void ReadSlice(int z, Span<float> destination) => _source.ReadSlice(z, destination);

    public void Dispose() => _source.Dispose();
}
