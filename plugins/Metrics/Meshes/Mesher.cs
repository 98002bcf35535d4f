using System.Numerics;
using System.Runtime.InteropServices;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Meshes;

/// <summary>
/// Makes the triangles of a surface by marching cubes (Lorensen and Cline, Computer Graphics 21 (1987) 163), with the cells of <see cref="Surfaces.MarchingCubes"/>: where a face of
/// a cell is ambiguous, what is inside is joined across it, in both cells alike, so that the surface has no holes. Vertices are shared.
/// </summary>
internal static class Mesher
{
    private const int RunLength = 8;

    // A vertex is told by the group that it belongs to and its number there: the edges within the slice before a layer of cells, those across the layer, those within the slice behind.
    private const int GroupShift = 30;

    /// <summary>The surface around all that lies above a level.</summary>
    /// <param name="field">The numbers.</param>
    /// <param name="level">The level.</param>
    /// <param name="isClosed">Whether the surface is closed by the walls of the volume; otherwise it ends at the middle of its outermost voxels.</param>
    /// <param name="sliceDone">Called after every layer of cells; may throw to end the work.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The mesh in µm. It does not depend on the number of threads.</returns>
    /// <exception cref="UserException">There are more triangles than a mesh can have.</exception>
    public static SurfaceMesh Make(IField field, float level, bool isClosed, Action? sliceDone = null, CancellationToken cancellationToken = default)
    {
        var grid = new PaddedSlices(field, level, isClosed ? 1 : 0);
        var layers = Math.Max(0, grid.Depth - 1);
        var parts = new Layer[layers];
        Parallel.For(0, (layers + RunLength - 1) / RunLength, new ParallelOptions { CancellationToken = cancellationToken }, run =>
        {
            var slab = new Slab(grid, level);
            slab.Start(run * RunLength);
            for (var z = run * RunLength; z < Math.Min(layers, (run + 1) * RunLength); z++)
            {
                parts[z] = slab.Next(z, isLast: z == layers - 1);
                sliceDone?.Invoke();
            }
        });
        return Join(parts);
    }

    private static SurfaceMesh Join(Layer[] parts)
    {
        var (within, across, vertices, corners) = (new int[parts.Length + 1], new int[parts.Length], 0L, 0L);
        for (var z = 0; z < parts.Length; z++)
        {
            (within[z], across[z]) = ((int)vertices, (int)(vertices + parts[z].Within.Length));
            vertices += parts[z].Within.Length + parts[z].Across.Length;
            corners += parts[z].Triangles.Length;
            within[z + 1] = (int)vertices;
            if (corners > Array.MaxLength || vertices > int.MaxValue / 4)
                throw new UserException($"The surface has more than {Array.MaxLength / 3:N0} triangles: smooth it, or take a part of the volume.");
        }
        var (places, triangles) = (new Vector3[parts.Length == 0 ? 0 : vertices + parts[^1].Behind.Length], new int[corners]);
        var corner = 0;
        for (var z = 0; z < parts.Length; z++)
        {
            parts[z].Within.CopyTo(places, within[z]);
            parts[z].Across.CopyTo(places, across[z]);
            foreach (var index in parts[z].Triangles)
            {
                var number = (int)(index & ((1u << GroupShift) - 1));
                triangles[corner++] = number + ((index >> GroupShift) switch { 0 => within[z], 1 => across[z], _ => within[z + 1] });
            }
        }
        if (parts.Length > 0)
            parts[^1].Behind.CopyTo(places, (int)vertices);
        return new SurfaceMesh(ImmutableCollectionsMarshal.AsImmutableArray(places), ImmutableCollectionsMarshal.AsImmutableArray(triangles));
    }

    /// <summary>What a layer of cells between two slices brings.</summary>
    private sealed record Layer(Vector3[] Within, Vector3[] Across, Vector3[] Behind, uint[] Triangles);

    /// <summary>The cells between two slices, one layer after the other.</summary>
    private sealed class Slab(PaddedSlices grid, float level)
    {
        private readonly byte[][] _table = CellTable.Oriented;
        private float[] _near = new float[grid.Length];
        private float[] _far = new float[grid.Length];
        private Edges _nearEdges = new(grid.Length);
        private Edges _farEdges = new(grid.Length);
        private readonly int[] _across = new int[grid.Length];

        public void Start(int z)
        {
            grid.Read(z, _far);
            _farEdges.Number(grid, z, _far, level);
        }

        public Layer Next(int z, bool isLast)
        {
            (_near, _far, _nearEdges, _farEdges) = (_far, _near, _farEdges, _nearEdges);
            grid.Read(z + 1, _far);
            _farEdges.Number(grid, z + 1, _far, level);
            var across = new List<Vector3>();
            for (var i = 0; i < grid.Length; i++)
            {
                if (_near[i] > level == _far[i] > level)
                    continue;
                _across[i] = across.Count;
                across.Add(grid.Place(z + ((level - _near[i]) / (_far[i] - _near[i])), i / grid.Width, i % grid.Width));
            }
            return new Layer([.. _nearEdges.Places], [.. across], isLast ? [.. _farEdges.Places] : [], Triangles());
        }

        private uint[] Triangles()
        {
            var triangles = new List<uint>();
            var (width, step) = (grid.Width, grid.Width);
            for (var y = 0; y + 1 < grid.Height; y++)
            {
                for (var x = 0; x + 1 < width; x++)
                {
                    var i = (y * step) + x;
                    var configuration = (_near[i] > level ? 1 : 0) | (_near[i + 1] > level ? 2 : 0) | (_near[i + step] > level ? 4 : 0) | (_near[i + step + 1] > level ? 8 : 0)
                        | (_far[i] > level ? 16 : 0) | (_far[i + 1] > level ? 32 : 0) | (_far[i + step] > level ? 64 : 0) | (_far[i + step + 1] > level ? 128 : 0);
                    foreach (var point in _table[configuration])
                        triangles.Add(Vertex(i, point & 7, point >> 3));
                }
            }
            return [.. triangles];
        }

        private uint Vertex(int cell, int from, int to)
        {
            var (low, axis) = (Math.Min(from, to), from ^ to);
            var at = cell + (low & 1) + ((low >> 1 & 1) * grid.Width);
            if (axis == 4)
                return (uint)_across[at] | (1u << GroupShift);
            var edges = low >= 4 ? _farEdges : _nearEdges;
            return (uint)(axis == 1 ? edges.AlongX[at] : edges.AlongY[at]) | (low >= 4 ? 2u << GroupShift : 0);
        }
    }

    /// <summary>Where the surface crosses the edges within one slice.</summary>
    private sealed class Edges(int length)
    {
        public int[] AlongX { get; } = new int[length];

        public int[] AlongY { get; } = new int[length];

        public List<Vector3> Places { get; } = [];

        public void Number(PaddedSlices grid, int z, float[] values, float level)
        {
            Places.Clear();
            for (var y = 0; y < grid.Height; y++)
            {
                for (var x = 0; x < grid.Width; x++)
                {
                    var i = (y * grid.Width) + x;
                    var isIn = values[i] > level;
                    if (x + 1 < grid.Width && isIn != values[i + 1] > level)
                    {
                        AlongX[i] = Places.Count;
                        Places.Add(grid.Place(z, y, x + ((level - values[i]) / (values[i + 1] - values[i]))));
                    }
                    if (y + 1 < grid.Height && isIn != values[i + grid.Width] > level)
                    {
                        AlongY[i] = Places.Count;
                        Places.Add(grid.Place(z, y + ((level - values[i]) / (values[i + grid.Width] - values[i])), x));
                    }
                }
            }
        }
    }
}
