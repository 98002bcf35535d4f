using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Correlation;

/// <summary>
/// Labelled voxels, voxels of a phase and its faces to other phases in each of many equal cells, from which those of any box of cells follow.
/// </summary>
/// <remarks>A face counts for the cell of its voxel with the lower index. Little memory: three numbers a cell.</remarks>
internal sealed class SubVolumes
{
    // Divisible by 2, 3, 4, 6, 8 and 12.
    private const int MostCells = 24;

    private readonly Spacing _spacing;

    private readonly long[] _labelled;

    private readonly long[] _inPhase;

    // By axis of the face's normal.
    private readonly long[][] _faces;

    private SubVolumes(VolumeShape shape, Spacing spacing)
    {
        (Shape, _spacing) = (shape, spacing);
        Cells = MostCells;
        while (Cells > 1 && new[] { shape.Depth, shape.Height, shape.Width }.Where(side => side > 1).Any(side => side < 2 * Cells))
            Cells = Cells switch { 24 => 12, 12 => 6, 6 => 4, 4 => 2, _ => 1 };
        CellsAlongZ = shape.Depth == 1 ? 1 : Cells;
        var count = CellsAlongZ * Cells * Cells;
        (_labelled, _inPhase, _faces) = (new long[count], new long[count], [new long[count], new long[count], new long[count]]);
    }

    /// <summary>Shape of the volume.</summary>
    public VolumeShape Shape { get; }

    /// <summary>Cells along y and x.</summary>
    public int Cells { get; }

    /// <summary>Cells along z: <see cref="Cells"/>, or 1 for a single slice.</summary>
    public int CellsAlongZ { get; }

    /// <summary>Counts a phase, on all cores.</summary>
    public static SubVolumes Of(LabelVolume labels, int phase, CancellationToken cancellationToken = default)
    {
        var counts = new SubVolumes(labels.Shape, labels.Spacing);
        var options = new ParallelOptions { CancellationToken = cancellationToken };
        Parallel.For(0, counts.CellsAlongZ, options, plane =>
        {
            for (var z = Start(plane, labels.Shape.Depth, counts.CellsAlongZ); z < Start(plane + 1, labels.Shape.Depth, counts.CellsAlongZ); z++)
                counts.Count(labels, phase, z, plane);
        });
        return counts;
    }

    /// <summary>What a box of cells holds: the volume that is labelled, the phase's share of it, and the phase's faces per volume.</summary>
    /// <param name="first">The first cell along (z, y, x).</param>
    /// <param name="last">The cell behind the last along (z, y, x).</param>
    /// <returns>Volume (for a single slice its area) in the unit of the spacing, fraction and surface per volume; the last two NaN where nothing is labelled.</returns>
    public (double Volume, double Fraction, double Surface) In((int Z, int Y, int X) first, (int Z, int Y, int X) last)
    {
        long labelled = 0, inPhase = 0;
        Span<long> faces = stackalloc long[3];
        faces.Clear();
        for (var z = first.Z; z < last.Z; z++)
        {
            for (var y = first.Y; y < last.Y; y++)
            {
                for (var x = first.X; x < last.X; x++)
                {
                    var cell = (((z * Cells) + y) * Cells) + x;
                    labelled += _labelled[cell];
                    inPhase += _inPhase[cell];
                    for (var axis = 0; axis < 3; axis++)
                        faces[axis] += _faces[axis][cell];
                }
            }
        }
        // Area of a face over the volume of a voxel is one over the spacing across it.
        var area = (faces[0] / _spacing.Z) + (faces[1] / _spacing.Y) + (faces[2] / _spacing.X);
        var voxel = _spacing.Y * _spacing.X * (Shape.Depth == 1 ? 1 : _spacing.Z);
        return (labelled * voxel, inPhase / (double)labelled, area / labelled);
    }

    private static int Start(int cell, int length, int cells) => (int)((long)cell * length / cells);

    private void Count(LabelVolume labels, int phase, int z, int plane)
    {
        var (height, width) = (Shape.Height, Shape.Width);
        var slice = labels.Slice(z);
        var above = z + 1 < Shape.Depth ? labels.Slice(z + 1) : [];
        // One cell more for the faces of the last voxel, which are none.
        var cellOf = new int[width];
        for (var cell = 0; cell < Cells; cell++)
            cellOf.AsSpan(Start(cell, width, Cells)..Start(cell + 1, width, Cells)).Fill(cell);
        for (var row = 0; row < Cells; row++)
        {
            for (var y = Start(row, height, Cells); y < Start(row + 1, height, Cells); y++)
            {
                for (var x = 0; x < width; x++)
                {
                    var i = (y * width) + x;
                    if (slice[i] == LabelVolume.Unlabelled)
                        continue;
                    var cell = (((plane * Cells) + row) * Cells) + cellOf[x];
                    _labelled[cell]++;
                    _inPhase[cell] += slice[i] == phase ? 1 : 0;
                    if (!above.IsEmpty && IsFace(slice[i], above[i]))
                        _faces[0][cell]++;
                    if (y + 1 < height && IsFace(slice[i], slice[i + width]))
                        _faces[1][cell]++;
                    if (x + 1 < width && IsFace(slice[i], slice[i + 1]))
                        _faces[2][cell]++;
                }
            }
        }

        bool IsFace(byte one, byte other) => other != LabelVolume.Unlabelled && (one == phase) != (other == phase);
    }
}
