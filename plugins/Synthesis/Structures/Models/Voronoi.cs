using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>
/// The Voronoi tessellation of random points in a periodic box. Walls are the places nearest to a face of their cell; struts are those nearest to the line
/// in which the two nearest faces meet.
/// </summary>
/// <remarks>Memory: 5 bytes per voxel for walls and struts, 1 for cells.</remarks>
internal static class Voronoi
{
    private const int Block = 8;

    /// <summary>generate.voronoi.</summary>
    public static Operation<VoronoiParameters> Create() => new("generate.voronoi", "Voronoi structure", Run)
    {
        Description = "Foams and polycrystals: the walls, the struts or the cells of a Voronoi tessellation of random points. Opposite faces fit together.",
    };

    /// <summary>Generates the labels; the caller owns them.</summary>
    /// <returns>The labels, and how many cells there are.</returns>
    /// <exception cref="UserException">Cells are too few or too small.</exception>
    public static (LabelVolume Labels, int Cells) Generate(VoronoiParameters parameters, Work work)
    {
        var shape = Shapes.Of(parameters.Shape);
        var box = Box.Of(shape, Edges.Periodic);
        var size = parameters.CellSize / parameters.VoxelSize;
        var count = (int)Math.Min(int.MaxValue / 8, Math.Round(box.Volume / (size * size * size)));
        if (size < 3 || count < 4)
            throw new UserException(size < 3
                ? $"Cells of {size:0.##} voxels do not show; take a smaller voxel size or larger cells."
                : $"Only {count} cells fit into the volume; it takes 4 at least. Give a greater shape or smaller cells.");
        var points = Points(count, box, parameters.Seed);
        var cells = new VoronoiCells(points, box);
        var isOfCells = parameters.Kind == VoronoiKind.Cells;
        var labels = new LabelVolume(shape, isOfCells ? PhaseTable.Numbered(parameters.Phases) : PhaseTable.Named("pore", "solid"), Spacing.Isotropic(parameters.VoxelSize));
        using var scores = isOfCells ? null : new Volume<float>(shape);
        var (layers, done) = ((shape.Depth + Block - 1) / Block, 0);
        var random = new CounterRandom(parameters.Seed, Streams.Order);
        var phases = isOfCells ? Enumerable.Range(0, count).Select(i => (byte)random.Choice(i, parameters.Phases)).ToArray() : [];
        work.For(layers, layer =>
        {
            for (var y = 0; y < shape.Height; y += Block)
            {
                for (var x = 0; x < shape.Width; x += Block)
                    Fill(cells, parameters.Kind, phases, 0.6 * size, (layer * Block, y, x), labels, scores);
            }
            work.Report(Interlocked.Increment(ref done) / (double)layers, "finding the nearest points");
        });
        if (scores is not null)
            StructureReport.Mark(labels, scores, parameters.Fraction, work);
        return (labels, count);
    }

    /// <summary>Independent uniform points.</summary>
    internal static Point3[] Points(int count, Box box, long seed)
    {
        var random = new CounterRandom(seed, Streams.Positions);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var (z, y) = random.Uniforms(2L * i);
            return new Point3(z * box.Lengths.Z, y * box.Lengths.Y, random.Uniform((2L * i) + 1) * box.Lengths.X);
        })];
    }

    private static void Fill(VoronoiCells cells, VoronoiKind kind, byte[] phases, double margin, (int Z, int Y, int X) start, LabelVolume labels, Volume<float>? scores)
    {
        var shape = labels.Shape;
        var half = Block / 2.0;
        var sites = cells.Near(new Point3(start.Z + half, start.Y + half, start.X + half), Math.Sqrt(3) * half, scores is null ? 0 : margin);
        var planes = scores is null ? [] : HalfInverseDistances(sites);
        Span<float> squares = new float[sites.Length];
        for (var z = start.Z; z < Math.Min(shape.Depth, start.Z + Block); z++)
        {
            for (var y = start.Y; y < Math.Min(shape.Height, start.Y + Block); y++)
            {
                for (var x = start.X; x < Math.Min(shape.Width, start.X + Block); x++)
                {
                    var nearest = Nearest(sites, z + 0.5f, y + 0.5f, x + 0.5f, squares);
                    if (scores is null)
                        labels.Slice(z)[(y * shape.Width) + x] = phases[sites[nearest].Number];
                    else
                        scores.Slice(z)[(y * shape.Width) + x] = FaceDistance(sites, planes.AsSpan(nearest * sites.Length, sites.Length), squares, nearest, kind == VoronoiKind.Edges);
                }
            }
        }
    }

    private static int Nearest(VoronoiCells.Site[] sites, float z, float y, float x, Span<float> squares)
    {
        var (nearest, least) = (0, float.PositiveInfinity);
        for (var i = 0; i < sites.Length; i++)
        {
            ref readonly var site = ref sites[i];
            var (dz, dy, dx) = (site.Z - z, site.Y - y, site.X - x);
            squares[i] = (dz * dz) + (dy * dy) + (dx * dx);
            if (squares[i] < least)
                (nearest, least) = (i, squares[i]);
        }
        return nearest;
    }

    // The plane half way to another site lies (d² − d₁²)/2D away; the least such distance is that to the wall.
    private static float FaceDistance(VoronoiCells.Site[] sites, ReadOnlySpan<float> planes, ReadOnlySpan<float> squares, int nearest, bool toEdge)
    {
        var own = squares[nearest];
        var (a, b) = (float.PositiveInfinity, float.PositiveInfinity);
        var (first, second) = (nearest, nearest);
        for (var i = 0; i < squares.Length; i++)
        {
            var distance = (squares[i] - own) * planes[i];
            if (distance >= b || i == nearest)
                continue;
            (a, b, first, second) = distance < a ? (distance, a, i, first) : (a, distance, first, i);
        }
        return toEdge ? EdgeDistance(sites[nearest], sites[first], sites[second], a, b, 4 * planes[first] * planes[second]) : a;
    }

    // The line where two planes meet, at an angle φ between their normals, lies √(a² + b² − 2ab cos φ)/sin φ away.
    private static float EdgeDistance(in VoronoiCells.Site site, in VoronoiCells.Site first, in VoronoiCells.Site second, float a, float b, float inverseDistances)
    {
        var cosine = inverseDistances
            * (((first.Z - site.Z) * (second.Z - site.Z)) + ((first.Y - site.Y) * (second.Y - site.Y)) + ((first.X - site.X) * (second.X - site.X)));
        return MathF.Sqrt(MathF.Max(0, (a * a) + (b * b) - (2 * a * b * cosine)) / MathF.Max(1e-4f, 1 - (cosine * cosine)));
    }

    private static float[] HalfInverseDistances(VoronoiCells.Site[] sites)
    {
        var planes = new float[sites.Length * sites.Length];
        for (var i = 0; i < sites.Length; i++)
        {
            for (var j = 0; j < sites.Length; j++)
            {
                var (dz, dy, dx) = (sites[i].Z - sites[j].Z, sites[i].Y - sites[j].Y, sites[i].X - sites[j].X);
                planes[(i * sites.Length) + j] = 0.5f / MathF.Max(1e-6f, MathF.Sqrt((dz * dz) + (dy * dy) + (dx * dx)));
            }
        }
        return planes;
    }

    private static OperationResult Run(OperationContext context, VoronoiParameters parameters)
    {
        var (labels, cells) = Generate(parameters, new Work(context.Job));
        var table = StructureReport.Begin();
        foreach (var (label, achieved) in StructureReport.Fractions(labels).Index())
        {
            double? asked = parameters.Kind == VoronoiKind.Cells ? 1.0 / parameters.Phases : label == 1 ? parameters.Fraction : 1 - parameters.Fraction;
            table.Add(labels.Phases[label].Name, "of the volume", asked, achieved);
        }
        table.Add("cells", "", null, (double)cells);
        table.Add("cell size", "µm", parameters.CellSize, Math.Cbrt(labels.Shape.VoxelCount / (double)cells) * parameters.VoxelSize);
        return StructureReport.Of("Voronoi structure", labels, table);
    }
}
