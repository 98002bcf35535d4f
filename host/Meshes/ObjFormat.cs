using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Meshes;

/// <summary>OBJ: text, a line for each vertex (v), each normal (vn) and each triangle (f), which counts vertices from 1. Values are not kept.</summary>
internal sealed class ObjFormat : IMeshFormat
{
    private const int Batch = 4096;

    public void Write(SurfaceMesh mesh, Stream target, bool asText, Action<double> done)
    {
        using var text = new StreamWriter(target, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        var parts = (2.0 * mesh.Vertices.Length) + mesh.TriangleCount;
        text.WriteLine("# VolumeViewer surface, micrometres");
        Lines("v", mesh.Vertices, 0);
        Lines("vn", mesh.Normals, mesh.Vertices.Length);
        for (var triangle = 0; triangle < mesh.TriangleCount; triangle++)
        {
            var (a, b, c) = (mesh.Triangles[triangle * 3] + 1, mesh.Triangles[(triangle * 3) + 1] + 1, mesh.Triangles[(triangle * 3) + 2] + 1);
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"f {a}//{a} {b}//{b} {c}//{c}"));
            if (triangle % Batch == 0)
                done(((2.0 * mesh.Vertices.Length) + triangle) / parts);
        }

        void Lines(string word, ImmutableArray<Vector3> vectors, int before)
        {
            for (var index = 0; index < vectors.Length; index++)
            {
                var place = vectors[index];
                text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{word} {place.X:R} {place.Y:R} {place.Z:R}"));
                if (index % Batch == 0)
                    done((before + index) / parts);
            }
        }
    }

    public SurfaceMesh Read(Stream source)
    {
        using var text = new StreamReader(source, Encoding.UTF8, true, 1 << 16, leaveOpen: true);
        var (vertices, listed, triangles) = (ImmutableArray.CreateBuilder<Vector3>(), new List<Vector3>(), ImmutableArray.CreateBuilder<int>());
        var normalOf = new Dictionary<int, int>();
        var number = 0;
        while (text.ReadLine() is { } line)
        {
            number++;
            var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            switch (words)
            {
                case ["v", var x, var y, var z, ..]: vertices.Add(Vector(number, x, y, z)); break;
                case ["vn", var x, var y, var z, ..]: listed.Add(Vector(number, x, y, z)); break;
                case ["f", _, _, _, ..]:
                    var corners = words.Skip(1).Select(word => Corner(number, word, vertices.Count, listed.Count, normalOf)).ToList();
                    for (var corner = 2; corner < corners.Count; corner++)
                        triangles.AddRange(corners[0], corners[corner - 1], corners[corner]);
                    break;
                case ["f" or "v" or "vn", ..]: throw new FormatException($"line {number} is '{line}', which is too short.");
                default: break;
            }
        }
        // Normals are kept where every vertex has one.
        ImmutableArray<Vector3> normals = normalOf.Count == vertices.Count && vertices.Count > 0 ? [.. Enumerable.Range(0, vertices.Count).Select(vertex => listed[normalOf[vertex]])] : default;
        return new SurfaceMesh(vertices.DrainToImmutable(), triangles.DrainToImmutable(), normals);
    }

    private static Vector3 Vector(int line, string x, string y, string z) => new(Number(line, x), Number(line, y), Number(line, z));

    private static float Number(int line, string word) => float.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new FormatException($"line {line} has '{word}' where a number belongs.");

    // v, v/vt, v//vn or v/vt/vn; from 1, or from the end where negative.
    private static int Corner(int line, string word, int vertices, int normals, Dictionary<int, int> normalOf)
    {
        var parts = word.Split('/');
        var vertex = Index(line, parts[0], vertices);
        if (parts.Length == 3)
            normalOf.TryAdd(vertex, Index(line, parts[2], normals));
        return vertex;
    }

    private static int Index(int line, string word, int count)
    {
        var index = int.TryParse(word, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? (number < 0 ? count + number : number - 1) : -1;
        return index >= 0 && index < count ? index : throw new FormatException($"line {line} names '{word}'; there are {count} before it, counted from 1.");
    }
}
