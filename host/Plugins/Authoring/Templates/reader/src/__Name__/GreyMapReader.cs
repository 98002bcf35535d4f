using VolumeViewer.Sdk;

namespace __Name__;

/// <summary>Opens portable grey maps (binary, "P5"). A file holds one image after the other; they become the slices of a volume.</summary>
public sealed class GreyMapReader : IVolumeReader
{
    /// <inheritdoc/>
    public string Id => "__id__";

    /// <inheritdoc/>
    public string Title => "__Title__";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".pgm"];

    /// <inheritdoc/>
    public bool CanRead(string path) => Path.GetExtension(path).Equals(".pgm", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(path);

    /// <inheritdoc/>
    public IVolumeSource Open(string path, CancellationToken cancellationToken = default)
    {
        var bytes = File.ReadAllBytes(path);
        var slices = new List<(GreyMapHeader Header, int Start)>();
        for (var at = 0; at < bytes.Length || slices.Count == 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var header = GreyMapHeader.Read(bytes, ref at, path);
            if (slices.Count > 0 && header != slices[0].Header)
                throw new VolumeReadException(path, $"slice {slices.Count} is {header}, but slice 0 is {slices[0].Header}; all must be alike.");
            if (bytes.Length - at < header.ByteCount)
                throw new VolumeReadException(path, $"slice {slices.Count} needs {header.ByteCount} bytes from byte {at} on, but the file ends after {bytes.Length - at}.");
            slices.Add((header, at));
            at += header.ByteCount;
        }
        var (height, width, maximum) = slices[0].Header;
        var shape = new VolumeShape(slices.Count, height, width);
        return maximum < 256 ? Bytes(bytes, slices, shape) : Words(bytes, slices, shape);
    }

    private static Volume<byte> Bytes(byte[] bytes, List<(GreyMapHeader Header, int Start)> slices, VolumeShape shape)
    {
        var volume = new Volume<byte>(shape);
        for (var z = 0; z < slices.Count; z++)
            bytes.AsSpan(slices[z].Start, shape.SliceLength).CopyTo(volume.Slice(z));
        return volume;
    }

    private static Volume<ushort> Words(byte[] bytes, List<(GreyMapHeader Header, int Start)> slices, VolumeShape shape)
    {
        var volume = new Volume<ushort>(shape);
        for (var z = 0; z < slices.Count; z++)
        {
            var start = slices[z].Start;
            var slice = volume.Slice(z);
            // The format has the high byte first.
            for (var i = 0; i < slice.Length; i++)
                slice[i] = (ushort)((bytes[start + (2 * i)] << 8) | bytes[start + (2 * i) + 1]);
        }
        return volume;
    }
}
