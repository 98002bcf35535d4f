using VolumeViewer.Sdk;

namespace Mischief;

/// <summary>Cannot even look at most files, and reads past the ends of its slices.</summary>
public sealed class BrokenReader : IVolumeReader
{
    public string Id => "broken";

    public string Title => "Broken";

    public IReadOnlyList<string> Extensions => [".broken"];

    public bool CanRead(string path) =>
        path.EndsWith(".broken", StringComparison.Ordinal) ? true : throw new InvalidOperationException("cannot look");

    public IVolumeSource Open(string path, CancellationToken cancellationToken = default) => new Source();

    private sealed class Source : IVolumeSource
    {
        public VolumeShape Shape { get; } = new(2, 3, 4);

        public Spacing Spacing { get; } = Spacing.Isotropic(1);

        public VoxelType VoxelType => VoxelType.UInt8;

        public void ReadSlice(int z, Span<byte> destination) => destination[destination.Length] = 1;

        public void ReadSlice(int z, Span<float> destination)
        {
            destination.Clear();
            if (z == 1)
                destination[destination.Length] = 1;
        }

        public void Dispose()
        {
        }
    }
}
