using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Numerics;
using System.Text;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Meshes;

/// <summary>STL, as text by <see cref="StlText"/> or binary: 80 bytes of title, the number of triangles, and 50 bytes for each: its normal, its three corners, and an unused word, all little-endian.</summary>
internal sealed class StlFormat : IMeshFormat
{
    private const int HeaderLength = 84, RecordLength = 50, Batch = 4096;

    public void Write(SurfaceMesh mesh, Stream target, bool asText, Action<double> done)
    {
        if (asText)
        {
            StlText.Write(mesh, target, done);
            return;
        }
        var header = new byte[HeaderLength];
        // Not beginning with "solid": readers would take the file for text.
        Encoding.ASCII.GetBytes("VolumeViewer surface, micrometres").CopyTo(header, 0);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(80), (uint)mesh.TriangleCount);
        target.Write(header);
        var records = new byte[Batch * RecordLength];
        for (var first = 0; first < mesh.TriangleCount; first += Batch)
        {
            var count = Math.Min(Batch, mesh.TriangleCount - first);
            for (var triangle = 0; triangle < count; triangle++)
                Put(mesh, first + triangle, records.AsSpan(triangle * RecordLength, RecordLength));
            target.Write(records.AsSpan(0, count * RecordLength));
            done((first + count) / (double)mesh.TriangleCount);
        }
    }

    public SurfaceMesh Read(Stream source)
    {
        var header = new byte[HeaderLength];
        var isWhole = source.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) == HeaderLength;
        var count = isWhole ? BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(80)) : 0;
        if (!isWhole || source.Length != HeaderLength + ((long)count * RecordLength))
        {
            // Binary files may begin so too; their length tells them apart.
            if (Ascii.EqualsIgnoreCase(header.AsSpan(0, 5), "solid"u8))
            {
                source.Position = 0;
                return StlText.Read(source);
            }
            throw new FormatException(!isWhole ? $"it has {source.Length} bytes, fewer than the header of an STL file, and is none written as text, which begins with 'solid'."
                : $"it says to hold {count:N0} triangles, which would be {HeaderLength + ((long)count * RecordLength):N0} bytes; it has {source.Length:N0}.");
        }
        var (corners, triangles) = (new SharedCorners(), new int[checked((int)count * 3)]);
        var record = new byte[RecordLength];
        for (var triangle = 0; triangle < (int)count; triangle++)
        {
            source.ReadExactly(record);
            for (var corner = 0; corner < 3; corner++)
                triangles[(triangle * 3) + corner] = corners.IndexOf(Vector(record.AsSpan(12 + (corner * 12))));
        }
        return new SurfaceMesh(corners.ToImmutable(), ImmutableArray.Create(triangles));
    }

    /// <summary>The corners of a triangle.</summary>
    public static (Vector3 A, Vector3 B, Vector3 C) Corners(SurfaceMesh mesh, int triangle) =>
        (mesh.Vertices[mesh.Triangles[triangle * 3]], mesh.Vertices[mesh.Triangles[(triangle * 3) + 1]], mesh.Vertices[mesh.Triangles[(triangle * 3) + 2]]);

    /// <summary>The outward direction of a triangle, or 0 where it has no area.</summary>
    public static Vector3 NormalOf(Vector3 a, Vector3 b, Vector3 c)
    {
        var normal = Vector3.Cross(b - a, c - a);
        return normal.LengthSquared() > 0 ? Vector3.Normalize(normal) : Vector3.Zero;
    }

    private static void Put(SurfaceMesh mesh, int triangle, Span<byte> record)
    {
        var (a, b, c) = Corners(mesh, triangle);
        Put(NormalOf(a, b, c), record);
        Put(a, record[12..]);
        Put(b, record[24..]);
        Put(c, record[36..]);
    }

    private static void Put(Vector3 vector, Span<byte> bytes)
    {
        BinaryPrimitives.WriteSingleLittleEndian(bytes, vector.X);
        BinaryPrimitives.WriteSingleLittleEndian(bytes[4..], vector.Y);
        BinaryPrimitives.WriteSingleLittleEndian(bytes[8..], vector.Z);
    }

    private static Vector3 Vector(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadSingleLittleEndian(bytes), BinaryPrimitives.ReadSingleLittleEndian(bytes[4..]), BinaryPrimitives.ReadSingleLittleEndian(bytes[8..]));
}
