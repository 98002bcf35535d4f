using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Meshes;

/// <summary>
/// PLY, as text or binary: vertices with normals and, where the mesh has them, values, all as floats; triangles as lists of 32-bit indices. Binary files are written little-endian and read either way.
/// </summary>
internal sealed class PlyFormat : IMeshFormat
{
    private const int Batch = 4096;

    public void Write(SurfaceMesh mesh, Stream target, bool asText, Action<double> done)
    {
        var hasValues = !mesh.Values.IsEmpty;
        target.Write(Encoding.ASCII.GetBytes($"ply\nformat {(asText ? "ascii" : "binary_little_endian")} 1.0\ncomment VolumeViewer surface, micrometres\n"
            + $"element vertex {mesh.Vertices.Length}\nproperty float x\nproperty float y\nproperty float z\nproperty float nx\nproperty float ny\nproperty float nz\n"
            + (hasValues ? "property float value\n" : "") + $"element face {mesh.TriangleCount}\nproperty list uchar int vertex_indices\nend_header\n"));
        if (asText)
        {
            WriteText(mesh, target, done);
            return;
        }
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

    private static void WriteText(SurfaceMesh mesh, Stream target, Action<double> done)
    {
        using var text = new StreamWriter(target, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        var parts = (double)mesh.Vertices.Length + mesh.TriangleCount;
        for (var vertex = 0; vertex < mesh.Vertices.Length; vertex++)
        {
            var (place, normal) = (mesh.Vertices[vertex], mesh.Normals[vertex]);
            text.Write(string.Create(CultureInfo.InvariantCulture, $"{place.X:R} {place.Y:R} {place.Z:R} {normal.X:R} {normal.Y:R} {normal.Z:R}"));
            text.WriteLine(mesh.Values.IsEmpty ? "" : string.Create(CultureInfo.InvariantCulture, $" {mesh.Values[vertex]:R}"));
            if (vertex % Batch == 0)
                done(vertex / parts);
        }
        for (var triangle = 0; triangle < mesh.TriangleCount; triangle++)
        {
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"3 {mesh.Triangles[triangle * 3]} {mesh.Triangles[(triangle * 3) + 1]} {mesh.Triangles[(triangle * 3) + 2]}"));
            if (triangle % Batch == 0)
                done((mesh.Vertices.Length + triangle) / parts);
        }
    }

    public SurfaceMesh Read(Stream source)
    {
        if (Line(source) != "ply")
            throw new FormatException("it is no PLY file: its first line is not 'ply'.");
        var format = Line(source);
        if (format is not ("format ascii 1.0" or "format binary_little_endian 1.0" or "format binary_big_endian 1.0"))
            throw new FormatException($"its second line is {TextWords.Quoted(format)}; 'format ascii 1.0', 'format binary_little_endian 1.0' and 'format binary_big_endian 1.0' are read.");
        var (vertexCount, faceCount, properties, list, element, headerLines) = (-1, -1, new List<(string Name, string Type)>(), default((string Count, string Index)?), "", 3);
        for (var line = Line(source); line != "end_header"; line = Line(source), headerLines++)
        {
            switch (line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                case ["comment" or "obj_info", ..] or []: break;
                case ["element", "vertex", var count]: (element, vertexCount) = ("vertex", Count(count)); break;
                case ["element", "face", var count] when vertexCount >= 0: (element, faceCount) = ("face", Count(count)); break;
                case ["property", "list", var count, var index, _] when element == "face" && list is null && PlyBytes.Sizes.ContainsKey(count) && PlyBytes.Sizes.ContainsKey(index): list = (count, index); break;
                case ["property", var type, var name] when element == "vertex" && PlyBytes.Sizes.ContainsKey(type): properties.Add((name, type)); break;
                default: throw new FormatException($"its header has the line '{line}'; only vertices with single properties, then faces with one list are read.");
            }
        }
        if (vertexCount < 0 || faceCount < 0 || list is null || !new[] { "x", "y", "z" }.All(name => properties.Exists(property => property.Name == name)))
            throw new FormatException("its header names no vertices with x, y and z and faces with a list of indices.");
        using var words = format.Contains("ascii", StringComparison.Ordinal) ? new TextWords(source) : null;
        IPlyCells cells = words is not null ? new PlyWords(words, headerLines) : new PlyBytes(source, format.Contains("big_endian", StringComparison.Ordinal));
        return new SurfaceMesh(Vertices(cells, vertexCount, properties, out var normals, out var values), Faces(cells, faceCount, list.Value), normals, values);
    }

    private static int Count(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : throw new FormatException($"its header has {TextWords.Quoted(word)} where a number of elements belongs.");

    private static ImmutableArray<Vector3> Vertices(IPlyCells cells, int count, List<(string Name, string Type)> properties, out ImmutableArray<Vector3> normals, out ImmutableArray<float> values)
    {
        // A header can say anything: room is made as vertices come.
        var (places, outward, numbers) = (ImmutableArray.CreateBuilder<Vector3>(), ImmutableArray.CreateBuilder<Vector3>(), ImmutableArray.CreateBuilder<float>());
        var (types, record) = (properties.Select(property => property.Type).ToArray(), new double[properties.Count]);
        int Column(string name) => properties.FindIndex(property => property.Name == name);
        var (x, y, z, nx, ny, nz, value) = (Column("x"), Column("y"), Column("z"), Column("nx"), Column("ny"), Column("nz"), Column("value"));
        for (var vertex = 0; vertex < count; vertex++)
        {
            cells.Read(types, record);
            places.Add(new Vector3((float)record[x], (float)record[y], (float)record[z]));
            if (nx >= 0 && ny >= 0 && nz >= 0)
                outward.Add(new Vector3((float)record[nx], (float)record[ny], (float)record[nz]));
            if (value >= 0)
                numbers.Add((float)record[value]);
        }
        (normals, values) = (outward.DrainToImmutable(), numbers.DrainToImmutable());
        return places.DrainToImmutable();
    }

    private static ImmutableArray<int> Faces(IPlyCells cells, int count, (string Count, string Index) list)
    {
        var triangles = ImmutableArray.CreateBuilder<int>();
        var (number, index, read) = (new[] { list.Count }, new[] { list.Index }, new double[1]);
        for (var face = 0; face < count; face++)
        {
            cells.Read(number, read);
            var (corners, first, before) = ((int)read[0], 0, 0);
            if (corners < 3 || corners != read[0])
                throw new FormatException($"face {face} has {read[0]} corners; a face has 3 or more.");
            for (var corner = 0; corner < corners; corner++)
            {
                cells.Read(index, read);
                var vertex = (int)read[0];
                if (vertex != read[0])
                    throw new FormatException($"face {face} names the vertex {read[0]}, which is no index.");
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
