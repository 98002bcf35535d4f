using System.Collections.Immutable;
using System.Numerics;

namespace VolumeViewer.Sdk;

/// <summary>Triangles that share their vertices. Seen from outside, the vertices of a triangle go around counter-clockwise (in a frame where x, y, z are right-handed).</summary>
public sealed class SurfaceMesh
{
    /// <param name="vertices">Places (x, y, z), µm.</param>
    /// <param name="triangles">Three indices of vertices for each triangle.</param>
    /// <param name="normals">The outward direction at each vertex, length 1; none are computed from the triangles.</param>
    /// <param name="values">A number for each vertex, shown by a colormap; or none.</param>
    /// <exception cref="ArgumentException">A place or number is not finite, an index is no vertex's, or the lengths do not fit.</exception>
    public SurfaceMesh(ImmutableArray<Vector3> vertices, ImmutableArray<int> triangles, ImmutableArray<Vector3> normals = default, ImmutableArray<float> values = default)
    {
        (Vertices, Triangles, Values) = (vertices.IsDefault ? [] : vertices, triangles.IsDefault ? [] : triangles, values.IsDefault ? [] : values);
        if (Triangles.Length % 3 != 0)
            throw new ArgumentException($"A mesh needs three indices for each triangle, got {Triangles.Length}, which is no multiple of three.", nameof(triangles));
        foreach (var index in Triangles)
        {
            if ((uint)index >= (uint)Vertices.Length)
                throw new ArgumentException($"A triangle names the vertex {index}; there are {Vertices.Length}, counted from 0.", nameof(triangles));
        }
        foreach (var vertex in Vertices)
        {
            if (!float.IsFinite(vertex.LengthSquared()))
                throw new ArgumentException($"A vertex lies at {vertex}, which is no place.", nameof(vertices));
        }
        if (Values.Length != 0 && Values.Length != Vertices.Length)
            throw new ArgumentException($"A mesh of {Vertices.Length} vertices needs as many values, or none; got {Values.Length}.", nameof(values));
        if (!normals.IsDefaultOrEmpty && normals.Length != Vertices.Length)
            throw new ArgumentException($"A mesh of {Vertices.Length} vertices needs as many normals, or none; got {normals.Length}.", nameof(normals));
        Normals = normals.IsDefaultOrEmpty ? NormalsOf(Vertices, Triangles) : normals;
    }

    /// <summary>Places (x, y, z), µm.</summary>
    public ImmutableArray<Vector3> Vertices { get; }

    /// <summary>Three indices of vertices for each triangle.</summary>
    public ImmutableArray<int> Triangles { get; }

    /// <summary>The outward direction at each vertex.</summary>
    public ImmutableArray<Vector3> Normals { get; }

    /// <summary>A number for each vertex, or none.</summary>
    public ImmutableArray<float> Values { get; }

    /// <summary>Triangles of the mesh.</summary>
    public int TriangleCount => Triangles.Length / 3;

    /// <summary>Sum of the triangles' areas, µm².</summary>
    public double Area => Sum((a, b, c) => Vector3.Cross(b - a, c - a).Length() / 2);

    /// <summary>What the mesh encloses, µm³: the sum of the tetrahedra between the origin and each triangle. Means something for closed meshes alone; above 0
    /// where the triangles face outward.</summary>
    public double Volume => Sum((a, b, c) => Vector3.Dot(a, Vector3.Cross(b, c)) / 6.0);

    /// <summary>About how many bytes the mesh takes.</summary>
    public long MemoryBytes => (Vertices.Length * 24L) + (Triangles.Length * 4L) + (Values.Length * 4L);

    /// <summary>Least and greatest of the values, or null where there are none.</summary>
    public (float Low, float High)? ValueRange() => Values.IsEmpty ? null : (Values.Min(), Values.Max());

    /// <summary>Whether every edge of a triangle is the edge of exactly one neighbour, which runs through it the other way.</summary>
    public bool IsClosed()
    {
        var edges = new Dictionary<(int From, int To), int>(Triangles.Length);
        for (var corner = 0; corner < Triangles.Length; corner++)
        {
            var edge = (Triangles[corner], Triangles[corner % 3 == 2 ? corner - 2 : corner + 1]);
            edges[edge] = edges.GetValueOrDefault(edge) + 1;
        }
        return edges.All(edge => edge.Value == 1 && edges.GetValueOrDefault((edge.Key.To, edge.Key.From)) == 1);
    }

    private double Sum(Func<Vector3, Vector3, Vector3, double> of)
    {
        var sum = 0.0;
        for (var corner = 0; corner < Triangles.Length; corner += 3)
            sum += of(Vertices[Triangles[corner]], Vertices[Triangles[corner + 1]], Vertices[Triangles[corner + 2]]);
        return sum;
    }

    // The mean of the neighbouring triangles' normals, weighted by their areas.
    private static ImmutableArray<Vector3> NormalsOf(ImmutableArray<Vector3> vertices, ImmutableArray<int> triangles)
    {
        var sums = new Vector3[vertices.Length];
        for (var corner = 0; corner < triangles.Length; corner += 3)
        {
            var (a, b, c) = (triangles[corner], triangles[corner + 1], triangles[corner + 2]);
            var normal = Vector3.Cross(vertices[b] - vertices[a], vertices[c] - vertices[a]);
            sums[a] += normal;
            sums[b] += normal;
            sums[c] += normal;
        }
        for (var index = 0; index < sums.Length; index++)
            sums[index] = sums[index].LengthSquared() > 0 ? Vector3.Normalize(sums[index]) : Vector3.UnitZ;
        return ImmutableArray.Create(sums);
    }
}
