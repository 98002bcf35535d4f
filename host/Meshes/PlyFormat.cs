using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Meshes;

/// <summary>Binary little-endian PLY: vertices with normals and, where the mesh has them, values, all as floats; triangles as lists of 32-bit indices.</summary>
internal sealed class PlyFormat : IMeshFormat
{
    private const int Batch = 4096;

    private static readonly Dictionary<string, int> Sizes = new()
    {
        ["char"] = 1,
        ["uchar"] = 1,
        ["int8"] = 1,
        ["uint8"] = 1,
        ["short"] = 2,
        ["ushort"] = 2,
        ["int16"] = 2,
        ["uint16"] = 2,
        ["int"] = 4,
        ["uint"] = 4,
        ["int32"] = 4,
        ["uint32"] = 4,
        ["float"] = 4,
        ["float32"] = 4,
        ["double"] = 8,
        ["float64"] = 8,
    };

    public void Write(SurfaceMesh mesh, Stream target, Action<double> done)
    {
        var hasValues = !mesh.Values.IsEmpty;
        target.Write(Encoding.ASCII.GetBytes("ply\nformat binary_little_endian 1.0\ncomment VolumeViewer surface, micrometres\n"
            + $"element vertex {mesh.Vertices.Length}\nproperty float x\nproperty float y\nproperty float z\nproperty float nx\nproperty float ny\nproperty float nz\n"
            + (hasValues ? "property float value\n" : "") + $"element face {mesh.TriangleCount}\nproperty list uchar int vertex_indices\nend_header\n"));
        var floats = hasValues ? 7 : 6;
        var parts = (double)mesh.Vertices.Length + mesh.TriangleCount;
        var bytes = new byte[Batch * Math.Max(floats * 4, 13)];
        for (var first = 0; first < mesh.Vertices.Length; first += Batch)
        {
            var count = Math.Min(Batch, mesh.Vertices.Length - first);
            for (var vertex = 0; vertex < count; vertex++)
            {
                var record = bytes.AsSpan(vertex * floats * 4);
                var (place, normal) = (mesh.Vertices[first + vertex], mesh.Normals[first + vertex]);
                for (var axis = 0; axis < 3; axis++)
                {
                    BinaryPrimitives.WriteSingleLittleEndian(record[(axis * 4)..], place[axis]);
                    BinaryPrimitives.WriteSingleLittleEndian(record[(12 + (axis * 4))..], normal[axis]);
                }
                if (hasValues)
                    BinaryPrimitives.WriteSingleLittleEndian(record[24..], mesh.Values[first + vertex]);
            }
            target.Write(bytes.AsSpan(0, count * floats * 4));
            done((first + count) / parts);
        }
        for (var first = 0; first < mesh.TriangleCount; first += Batch)
        {
            var count = Math.Min(Batch, mesh.TriangleCount - first);
            for (var triangle = 0; triangle < count; triangle++)
            {
                var record = bytes.AsSpan(triangle * 13);
                record[0] = 3;
                for (var corner = 0; corner < 3; corner++)
                    BinaryPrimitives.WriteInt32LittleEndian(record[(1 + (corner * 4))..], mesh.Triangles[((first + triangle) * 3) + corner]);
            }
            target.Write(bytes.AsSpan(0, count * 13));
            done((mesh.Vertices.Length + first + count) / parts);
        }
    }

    public SurfaceMesh Read(Stream source)
    {
        if (Line(source) != "ply" || Line(source) != "format binary_little_endian 1.0")
            throw new FormatException("it is no binary little-endian PLY file.");
        var (vertexCount, faceCount, properties, list, element) = (-1, -1, new List<(string Name, string Type)>(), default((string Count, string Index)?), "");
        for (var line = Line(source); line != "end_header"; line = Line(source))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            switch (words)
            {
                case ["comment" or "obj_info", ..] or []: break;
                case ["element", "vertex", var count]: (element, vertexCount) = ("vertex", int.Parse(count, CultureInfo.InvariantCulture)); break;
                case ["element", "face", var count] when vertexCount >= 0: (element, faceCount) = ("face", int.Parse(count, CultureInfo.InvariantCulture)); break;
                case ["property", "list", var count, var index, _] when element == "face" && list is null && Sizes.ContainsKey(count) && Sizes.ContainsKey(index): list = (count, index); break;
                case ["property", var type, var name] when element == "vertex" && Sizes.ContainsKey(type): properties.Add((name, type)); break;
                default: throw new FormatException($"its header has the line '{line}'; only vertices with single properties, then faces with one list are read.");
            }
        }
        if (vertexCount < 0 || faceCount < 0 || list is null || !new[] { "x", "y", "z" }.All(name => properties.Exists(property => property.Name == name)))
            throw new FormatException("its header names no vertices with x, y and z and faces with a list of indices.");
        return new SurfaceMesh(Vertices(source, vertexCount, properties, out var normals, out var values), Faces(source, faceCount, list.Value), normals, values);
    }

    private static ImmutableArray<Vector3> Vertices(Stream source, int count, List<(string Name, string Type)> properties, out ImmutableArray<Vector3> normals, out ImmutableArray<float> values)
    {
        // A header can say anything: room is made as vertices come.
        var (places, outward, numbers) = (ImmutableArray.CreateBuilder<Vector3>(), ImmutableArray.CreateBuilder<Vector3>(), ImmutableArray.CreateBuilder<float>());
        var record = new byte[properties.Sum(property => Sizes[property.Type])];
        var read = new Dictionary<string, float>();
        for (var vertex = 0; vertex < count; vertex++)
        {
            source.ReadExactly(record);
            var at = 0;
            foreach (var (name, type) in properties)
            {
                read[name] = (float)Number(record.AsSpan(at), type);
                at += Sizes[type];
            }
            places.Add(new Vector3(read["x"], read["y"], read["z"]));
            if (read.TryGetValue("nx", out var nx) && read.TryGetValue("ny", out var ny) && read.TryGetValue("nz", out var nz))
                outward.Add(new Vector3(nx, ny, nz));
            if (read.TryGetValue("value", out var value))
                numbers.Add(value);
        }
        (normals, values) = (outward.DrainToImmutable(), numbers.DrainToImmutable());
        return places.DrainToImmutable();
    }

    private static ImmutableArray<int> Faces(Stream source, int count, (string Count, string Index) list)
    {
        var triangles = ImmutableArray.CreateBuilder<int>();
        var (number, index) = (new byte[Sizes[list.Count]], new byte[Sizes[list.Index]]);
        for (var face = 0; face < count; face++)
        {
            source.ReadExactly(number);
            var (corners, first, before) = ((int)Number(number, list.Count), 0, 0);
            for (var corner = 0; corner < corners; corner++)
            {
                source.ReadExactly(index);
                var vertex = checked((int)Number(index, list.Index));
                // A face of more corners is a fan of triangles.
                if (corner == 0)
                    first = vertex;
                else if (corner > 1)
                    triangles.AddRange(first, before, vertex);
                before = vertex;
            }
        }
        return triangles.DrainToImmutable();
    }

    private static double Number(ReadOnlySpan<byte> bytes, string type) => type switch
    {
        "char" or "int8" => (sbyte)bytes[0],
        "uchar" or "uint8" => bytes[0],
        "short" or "int16" => BinaryPrimitives.ReadInt16LittleEndian(bytes),
        "ushort" or "uint16" => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        "int" or "int32" => BinaryPrimitives.ReadInt32LittleEndian(bytes),
        "uint" or "uint32" => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        "float" or "float32" => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        _ => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
    };

    private static string Line(Stream source)
    {
        var text = new StringBuilder();
        for (var letter = source.ReadByte(); letter != '\n'; letter = source.ReadByte())
        {
            if (letter < 0 || text.Length > 1000)
                throw new FormatException("it has no header of a PLY file.");
            text.Append((char)letter);
        }
        return text.ToString().TrimEnd('\r');
    }
}
