using System.Runtime.InteropServices;

using VolumeViewer.Sdk;

namespace Reload;

/// <summary>Reads files that hold nothing: slices of stripes made by the plugin's own code whenever they are asked for.</summary>
public sealed class StripesReader : IVolumeReader
{
    public string Id => "stripes";

    public string Title => "Stripes";

    public IReadOnlyList<string> Extensions => [".stripes"];

    public bool CanRead(string path) => path.EndsWith(".stripes", StringComparison.Ordinal);

    public IVolumeSource Open(string path, CancellationToken cancellationToken = default) => new Source();

    private sealed class Source : IVolumeSource
    {
        public VolumeShape Shape { get; } = new(4, 5, 6);

        public Spacing Spacing { get; } = Spacing.Isotropic(1);

        public VoxelType VoxelType => VoxelType.Float32;

        public void ReadSlice(int z, Span<byte> destination) => ReadSlice(z, MemoryMarshal.Cast<byte, float>(destination));

        public void ReadSlice(int z, Span<float> destination)
        {
            for (var i = 0; i < destination.Length; i++)
                destination[i] = (BuildNumber.Value * 100) + z + (i % 6);
        }

        public void Dispose()
        {
        }
    }
}
