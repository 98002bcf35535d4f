using VolumeViewer.Sdk;

namespace Training.Tests.Support;

/// <summary>Passes slices on and remembers which were asked for.</summary>
internal sealed class CountingSource(IVolumeSource source) : IVolumeSource
{
    private readonly SortedSet<int> _read = [];

    public IReadOnlyCollection<int> Read => _read;

    public VolumeShape Shape => source.Shape;

    public Spacing Spacing => source.Spacing;

    public VoxelType VoxelType => source.VoxelType;

    public PhaseTable? Phases => source.Phases;

    public void ReadSlice(int z, Span<byte> destination) => throw new NotSupportedException();

    public void ReadSlice(int z, Span<float> destination)
    {
        lock (_read)
            _read.Add(z);
        source.ReadSlice(z, destination);
    }

    public void Dispose() => source.Dispose();
}
