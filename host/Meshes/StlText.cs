using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Meshes;

/// <summary>STL as text: solid, for each triangle its normal and its three corners, endsolid. A file may have several solids, which are read as one surface.</summary>
internal static class StlText
{
    private const int Batch = 4096;

    public static void Write(SurfaceMesh mesh, Stream target, Action<double> done)
    {
        using var text = new StreamWriter(target, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine("solid VolumeViewer surface, micrometres");
        for (var triangle = 0; triangle < mesh.TriangleCount; triangle++)
        {
            var (a, b, c) = StlFormat.Corners(mesh, triangle);
            text.WriteLine($"facet normal {Text(StlFormat.NormalOf(a, b, c))}");
            text.WriteLine(" outer loop");
            text.WriteLine($"  vertex {Text(a)}");
            text.WriteLine($"  vertex {Text(b)}");
            text.WriteLine($"  vertex {Text(c)}");
            text.WriteLine(" endloop");
            text.WriteLine("endfacet");
            if (triangle % Batch == 0)
                done(triangle / (double)mesh.TriangleCount);
        }
        text.WriteLine("endsolid VolumeViewer surface");
    }

    /// <exception cref="FormatException">A word is not the one that belongs there; the message names the line.</exception>
    public static SurfaceMesh Read(Stream source)
    {
        using var words = new TextWords(source);
        var (corners, triangles) = (new SharedCorners(), ImmutableArray.CreateBuilder<int>());
        words.Expect("solid");
        words.SkipLine();
        var isInside = true;
        while (words.Next() is { } word)
        {
            switch (word.ToLowerInvariant())
            {
                case "facet" when isInside:
                    Facet(words, corners, triangles);
                    break;
                case "endsolid" when isInside:
                    words.SkipLine();
                    isInside = false;
                    break;
                case "solid" when !isInside:
                    words.SkipLine();
                    isInside = true;
                    break;
                default:
                    throw new FormatException($"line {words.Line} has {TextWords.Quoted(word)} where {(isInside ? "'facet' or 'endsolid' belongs" : "another 'solid' or its end belongs")}.");
            }
        }
        if (isInside)
            throw new FormatException($"it ends in line {words.Line} without 'endsolid'; the rest of it is missing.");
        return new SurfaceMesh(corners.ToImmutable(), triangles.DrainToImmutable());
    }

    private static void Facet(TextWords words, SharedCorners corners, ImmutableArray<int>.Builder triangles)
    {
        words.Expect("normal");
        // Some programs write no number for the normal of a triangle without area; it follows from the corners anyway.
        for (var axis = 0; axis < 3; axis++)
            _ = words.Next();
        words.Expect("outer");
        words.Expect("loop");
        for (var corner = 0; corner < 3; corner++)
        {
            words.Expect("vertex");
            triangles.Add(corners.IndexOf(new Vector3((float)words.Number(), (float)words.Number(), (float)words.Number())));
        }
        words.Expect("endloop");
        words.Expect("endfacet");
    }

    private static string Text(Vector3 vector) => string.Create(CultureInfo.InvariantCulture, $"{vector.X:R} {vector.Y:R} {vector.Z:R}");
}
