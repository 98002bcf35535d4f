using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>Straight or bent fibres of one diameter with round ends, anywhere in a periodic box, that may cross.</summary>
/// <remarks>Memory: 5 bytes per voxel.</remarks>
internal static class Fibres
{
    /// <summary>generate.fibres.</summary>
    public static Operation<FibresParameters> Create() => new("generate.fibres", "Fibres", Run)
    {
        Description = "Lays straight or bent fibres through a periodic box until they fill the share asked for.",
    };

    /// <summary>Generates the labels; the caller owns them.</summary>
    /// <returns>The labels, how many fibres there are, and the directions of all their pieces.</returns>
    /// <exception cref="UserException">Fibres are thicker than the volume, or too thin to show.</exception>
    public static (LabelVolume Labels, int Count, Point3[] Directions) Generate(FibresParameters parameters, Work work)
    {
        var shape = Shapes.Of(parameters.Shape);
        var box = Box.Of(shape, Edges.Periodic);
        var radius = parameters.Diameter / parameters.VoxelSize / 2;
        var least = Math.Min(shape.Depth, Math.Min(shape.Height, shape.Width));
        if (2 * radius >= least || radius < 0.75)
            throw new UserException(radius < 0.75
                ? $"Fibres of {2 * radius:0.##} voxels in diameter do not show; take a smaller voxel size or thicker fibres."
                : $"Fibres of {parameters.Diameter} µm are as thick as the volume of {least * parameters.VoxelSize:0.###} µm; give a greater shape, or thinner fibres.");
        var length = parameters.Length > 0 ? parameters.Length / parameters.VoxelSize : 3.0 * Math.Max(shape.Depth, Math.Max(shape.Height, shape.Width));
        // As in the Boolean model, n fibres of volume v leave exp(−n v/V) free.
        var fibre = Math.PI * radius * radius * (length + (4 * radius / 3));
        var count = (int)Math.Ceiling(-Math.Log(1 - parameters.Fraction) * box.Volume / fibre);
        var paths = new FibrePaths(parameters.Orientation, parameters.Order, parameters.BendingLength / parameters.VoxelSize, parameters.Seed);
        var pieces = Enumerable.Range(0, count).SelectMany(i => paths.Draw(i, length, Math.Max(2, 2 * radius), box)).ToArray();
        var labels = new LabelVolume(shape, PhaseTable.Named("pore", "solid"), Spacing.Isotropic(parameters.VoxelSize));
        using var distances = new Volume<float>(shape);
        for (var reach = radius + 3; count > 0; reach *= 2)
        {
            Measure(pieces, box, reach, distances, work);
            if (StructureReport.Mark(labels, distances, parameters.Fraction, work))
                break;
        }
        return (labels, count, [.. pieces.Select(piece => piece.Along)]);
    }

    // Distance of every voxel to the nearest axis, infinite beyond the reach.
    private static void Measure(FibrePaths.Piece[] pieces, Box box, double reach, Volume<float> distances, Work work)
    {
        var shape = distances.Shape;
        var ofSlice = Enumerable.Range(0, shape.Depth).Select(_ => new List<(FibrePaths.Piece Piece, Point3 From)>()).ToArray();
        foreach (var piece in pieces)
        {
            var half = 0.5 * piece.Length * piece.Along;
            var around = reach + (0.5 * piece.Length);
            foreach (var middle in box.Images(piece.From + half, around))
            {
                var extent = reach + Math.Abs(half.Z);
                for (var z = Math.Max(0, (int)(middle.Z - extent)); z < Math.Min(shape.Depth, middle.Z + extent); z++)
                    ofSlice[z].Add((piece, middle - half));
            }
        }
        var done = 0;
        work.For(shape.Depth, z =>
        {
            var slice = distances.Slice(z);
            slice.Fill(float.PositiveInfinity);
            foreach (var (piece, from) in ofSlice[z])
                Draw(piece, from, z, (float)(reach * reach), reach, slice, shape);
            for (var i = 0; i < slice.Length; i++)
                slice[i] = MathF.Sqrt(slice[i]);
            work.Report(Interlocked.Increment(ref done) / (double)shape.Depth, "drawing fibres");
        });
    }

    private static void Draw(FibrePaths.Piece piece, Point3 from, int z, float mostSquare, double reach, Span<float> slice, VolumeShape shape)
    {
        var to = from + (piece.Length * piece.Along);
        var (top, bottom) = Range(from.Y, to.Y, reach, shape.Height);
        var (left, right) = Range(from.X, to.X, reach, shape.Width);
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                var (dz, dy, dx) = ((float)(z + 0.5 - from.Z), (float)(y + 0.5 - from.Y), (float)(x + 0.5 - from.X));
                var along = Math.Clamp((dz * (float)piece.Along.Z) + (dy * (float)piece.Along.Y) + (dx * (float)piece.Along.X), 0, (float)piece.Length);
                (dz, dy, dx) = (dz - (along * (float)piece.Along.Z), dy - (along * (float)piece.Along.Y), dx - (along * (float)piece.Along.X));
                var square = (dz * dz) + (dy * dy) + (dx * dx);
                ref var best = ref slice[(y * shape.Width) + x];
                if (square < mostSquare && square < best)
                    best = square;
            }
        }
    }

    private static (int First, int Last) Range(double from, double to, double reach, int count) =>
        (Math.Max(0, (int)(Math.Min(from, to) - reach)), Math.Min(count, (int)Math.Ceiling(Math.Max(from, to) + reach)));

    private static OperationResult Run(OperationContext context, FibresParameters parameters)
    {
        var (labels, count, directions) = Generate(parameters, new Work(context.Job));
        var table = StructureReport.Begin()
            .Add("solid", "of the volume", parameters.Fraction, StructureReport.Fractions(labels)[1])
            .Add("fibres", "", null, (double)count);
        foreach (var (name, axis) in new[] { ("z", 0), ("y", 1), ("x", 2) })
            table.Add($"mean square of the direction along {name}", "", null, directions.Length == 0 ? null : directions.Average(direction => direction[axis] * direction[axis]));
        return StructureReport.Of("fibres", labels, table);
    }
}
