using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.History;

/// <summary>SHA-256 of what a layer holds: shape, spacing, voxel type, the phases' file values, and every voxel. Names and colours do not count.</summary>
/// <remarks>
/// The slices are hashed one by one on all cores, and the hash of the whole is taken over theirs, so that memory stays at a slice per core.
/// Labels count by their file values, so that a file that was written and read again has the hash that it had before.
/// </remarks>
internal static class ContentHash
{
    // Taken once per volume: what a run reads does not change under it.
    private static readonly ConditionalWeakTable<IVolumeSource, Known> Cache = [];

    /// <summary>The hash of a layer's volume, in lower-case hex.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="VolumeReadException">A slice cannot be read.</exception>
    public static string Of(Layer layer, CancellationToken cancellationToken = default)
    {
        if (layer is SurfaceLayer surface)
            return OfMesh(surface.Mesh);
        var (key, source) = layer switch
        {
            ImageLayer image => (image.Volume, image.Volume),
            LabelsLayer labels => (labels.Labels, labels.Labels.WithPhases(labels.Phases)),
            _ => throw new NotSupportedException($"A layer of the type {layer.GetType().Name} holds no volume."),
        };
        var header = Header(source);
        if (Cache.TryGetValue(key, out var known) && known.Header == header)
            return known.Hash;
        var hash = Compute(source, header, cancellationToken);
        Cache.AddOrUpdate(key, new Known(header, hash));
        return hash;
    }

    /// <summary>Forgets the hash of a volume whose voxels were changed.</summary>
    public static void Forget(IVolumeSource volume) => Cache.Remove(volume);

    /// <summary>The hash of a table: title, headings and cells, numbers to their last digit.</summary>
    public static string Of(Table table)
    {
        var text = new StringBuilder(table.Title).Append('\n').AppendJoin('\t', table.Columns.Select(column => column.Heading)).Append('\n');
        foreach (var row in table.Rows)
        {
            text.AppendJoin('\t', row.Select(cell => cell switch
            {
                double number => number.ToString("R"),
                float number => number.ToString("R"),
                _ => cell?.ToString() ?? "",
            })).Append('\n');
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string OfMesh(SurfaceMesh mesh)
    {
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        whole.AppendData(Encoding.UTF8.GetBytes($"mesh 1\n{mesh.Vertices.Length} {mesh.TriangleCount} {mesh.Values.Length}\n"));
        whole.AppendData(MemoryMarshal.AsBytes(mesh.Vertices.AsSpan()));
        whole.AppendData(MemoryMarshal.AsBytes(mesh.Triangles.AsSpan()));
        whole.AppendData(MemoryMarshal.AsBytes(mesh.Values.AsSpan()));
        return Convert.ToHexStringLower(whole.GetHashAndReset());
    }

    private static string Compute(IVolumeSource source, string header, CancellationToken cancellationToken)
    {
        var slices = new byte[source.Shape.Depth][];
        var length = checked(source.Shape.SliceLength * source.VoxelType.ByteSize());
        source.ForEachSlice(z =>
        {
            var buffer = ArrayPool<byte>.Shared.Rent(length);
            try
            {
                source.ReadSlice(z, buffer.AsSpan(0, length));
                slices[z] = SHA256.HashData(buffer.AsSpan(0, length));
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }, cancellationToken);
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        whole.AppendData(Encoding.UTF8.GetBytes(header));
        foreach (var slice in slices)
            whole.AppendData(slice);
        return Convert.ToHexStringLower(whole.GetHashAndReset());
    }

    // Files keep voxel sizes as fractions or short decimals; six digits come back from all of them.
    private static string Header(IVolumeSource source) => string.Join('\n',
        "volume 1",
        $"{source.Shape.Depth} {source.Shape.Height} {source.Shape.Width}",
        source.Spacing.IsCalibrated ? $"{source.Spacing.Z:G6} {source.Spacing.Y:G6} {source.Spacing.X:G6}" : "uncalibrated",
        source.VoxelType,
        source.Phases is { } phases ? string.Join(' ', phases.Select(phase => phase.FileValue)) : "-",
        "");

    private sealed record Known(string Header, string Hash);
}
