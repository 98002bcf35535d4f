using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Numerics;
using System.Text;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Meshes;

/// <summary>Binary STL: 80 bytes of title, the number of triangles, and 50 bytes for each: its normal, its three corners, and an unused word, all little-endian.</summary>
internal sealed class StlFormat : IMeshFormat
{
    private const int HeaderLength = 84, RecordLength = 50, Batch = 4096;

    public void Write(SurfaceMesh mesh, Stream target, Action<double> done)
    {
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
                Put(mesh, (first + triangle) * 3, records.AsSpan(triangle * RecordLength, RecordLength));
            target.Write(records.AsSpan(0, count * RecordLength));
            done((first + count) / (double)mesh.TriangleCount);
        }
    }

    public SurfaceMesh Read(Stream source)
    {
        var header = new byte[HeaderLength];
        source.ReadExactly(header);
        var count = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(80));
        if (source.Length != HeaderLength + ((long)count * RecordLength))
        {
            throw new FormatException(header.AsSpan().StartsWith("solid"u8)
                ? "it is an STL file written as text; only binary ones are read."
                : $"it says to hold {count:N0} triangles, which would be {HeaderLength + ((long)count * RecordLength):N0} bytes; it has {source.Length:N0}.");
        }
        // A corner that several triangles share stands in the file for each of them.
        var (vertices, known, triangles) = (ImmutableArray.CreateBuilder<Vector3>(), new Dictionary<Vector3, int>(), new int[checked((int)count * 3)]);
        var record = new byte[RecordLength];
        for (var triangle = 0; triangle < (int)count; triangle++)
        {
            source.ReadExactly(record);
            for (var corner = 0; corner < 3; corner++)
            {
                var place = Vector(record.AsSpan(12 + (corner * 12)));
                if (!known.TryGetValue(place, out var index))
                {
                    known[place] = index = vertices.Count;
                    vertices.Add(place);
                }
                triangles[(triangle * 3) + corner] = index;
            }
        }
        return new SurfaceMesh(vertices.DrainToImmutable(), ImmutableArray.Create(triangles));
    }

    private static void Put(SurfaceMesh mesh, int corner, Span<byte> record)
    {
        var (a, b, c) = (mesh.Vertices[mesh.Triangles[corner]], mesh.Vertices[mesh.Triangles[corner + 1]], mesh.Vertices[mesh.Triangles[corner + 2]]);
        var normal = Vector3.Cross(b - a, c - a);
        Put(normal.LengthSquared() > 0 ? Vector3.Normalize(normal) : Vector3.Zero, record);
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
