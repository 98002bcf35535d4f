using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Correlation;

/// <summary>A volume in cubes of voxels: how many of them are labelled, and how many have each phase.</summary>
internal sealed class PhaseCells
{
    private const int RowsOnDemand = 64;

    private readonly float[] _labelled;

    private readonly float[][] _phases;

    private PhaseCells(VolumeShape shape, int edge, int phases)
    {
        (Shape, Edge, _labelled) = (shape, edge, new float[shape.VoxelCount]);
        _phases = [.. Enumerable.Range(0, phases).Select(_ => new float[shape.VoxelCount])];
    }

    /// <summary>Cells along each axis.</summary>
    public VolumeShape Shape { get; }

    /// <summary>Voxels along the edge of a cell; those at the far faces may have fewer.</summary>
    public int Edge { get; }

    /// <summary>Labelled voxels of a row of cells.</summary>
    public ReadOnlySpan<float> LabelledRow(int z, int y) => _labelled.AsSpan(((z * Shape.Height) + y) * Shape.Width, Shape.Width);

    /// <summary>Voxels of a phase in a row of cells; the phase is given by its place in the list counted.</summary>
    public ReadOnlySpan<float> PhaseRow(int index, int z, int y) => _phases[index].AsSpan(((z * Shape.Height) + y) * Shape.Width, Shape.Width);

    /// <summary>Labelled voxels, and voxels of a phase, in all.</summary>
    public (double Labelled, double InPhase) Totals(int index) => (_labelled.Sum(count => (double)count), _phases[index].Sum(count => (double)count));

    /// <summary>Counts, in the smallest cells of which there are not too many.</summary>
    /// <param name="labels">The volume.</param>
    /// <param name="phases">The labels to count.</param>
    /// <param name="most">The most cells.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static PhaseCells Count(LabelVolume labels, IReadOnlyList<int> phases, int most, CancellationToken cancellationToken = default)
    {
        var edge = 1;
        while (CellsOf(labels.Shape, edge).VoxelCount > most)
            edge++;
        var cells = new PhaseCells(CellsOf(labels.Shape, edge), edge, phases.Count);
        Parallel.For(0, cells.Shape.Depth, new ParallelOptions { CancellationToken = cancellationToken }, plane => cells.CountPlane(labels, phases, plane));
        return cells;
    }

    private static VolumeShape CellsOf(VolumeShape shape, int edge) =>
        new((shape.Depth + edge - 1) / edge, (shape.Height + edge - 1) / edge, (shape.Width + edge - 1) / edge);

    private void CountPlane(LabelVolume labels, IReadOnlyList<int> phases, int plane)
    {
        var shape = labels.Shape;
        // Rows of cells that are counted while slices pass: one where slices cost nothing, so that counts stay in the processor's cache.
        var rows = labels.IsOnDemand ? Math.Min(Shape.Height, RowsOnDemand) : 1;
        // By cell and label, so that a voxel takes one addition whatever its phase.
        var counts = new int[rows * Shape.Width * 256];
        for (var first = 0; first < Shape.Height; first += rows)
        {
            Array.Clear(counts);
            var end = Math.Min((first + rows) * Edge, shape.Height);
            for (var z = plane * Edge; z < Math.Min((plane + 1) * Edge, shape.Depth); z++)
            {
                var slice = labels.Slice(z);
                for (var y = first * Edge; y < end; y++)
                    CountRow(slice.Slice(y * shape.Width, shape.Width), counts.AsSpan(((y / Edge) - first) * Shape.Width * 256));
            }
            for (var row = first; row < Math.Min(first + rows, Shape.Height); row++)
                Store(plane, row, counts.AsSpan((row - first) * Shape.Width * 256), phases);
        }
    }

    private void CountRow(ReadOnlySpan<byte> from, Span<int> counts)
    {
        for (var (x, cell) = (0, 0); x < from.Length; cell++)
        {
            var here = counts.Slice(cell * 256, 256);
            for (var end = Math.Min(x + Edge, from.Length); x < end; x++)
                here[from[x]]++;
        }
    }

    private void Store(int plane, int row, ReadOnlySpan<int> counts, IReadOnlyList<int> phases)
    {
        for (var cell = 0; cell < Shape.Width; cell++)
        {
            var place = (((plane * Shape.Height) + row) * Shape.Width) + cell;
            var here = counts.Slice(cell * 256, 256);
            for (var label = 0; label < LabelVolume.Unlabelled; label++)
                _labelled[place] += here[label];
            for (var index = 0; index < phases.Count; index++)
                _phases[index][place] = here[phases[index]];
        }
    }
}
