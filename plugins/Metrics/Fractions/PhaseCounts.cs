using System.Numerics;
using System.Runtime.InteropServices;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics;

/// <summary>Voxels of each phase, in all and in every plane across each axis; unlabelled voxels are in none.</summary>
internal sealed class PhaseCounts
{
    private const int RowsUntilFull = byte.MaxValue;

    private readonly long[][,] _planes;

    private PhaseCounts(VolumeShape shape, int phases)
    {
        Phases = phases;
        _planes = [new long[phases, shape.Depth], new long[phases, shape.Height], new long[phases, shape.Width]];
        Voxels = new long[phases];
        VoxelCount = shape.VoxelCount;
    }

    /// <summary>How many phases there are.</summary>
    public int Phases { get; }

    /// <summary>Voxels of the volume.</summary>
    public long VoxelCount { get; }

    /// <summary>Voxels by label.</summary>
    public long[] Voxels { get; }

    /// <summary>Voxels that have a phase.</summary>
    public long Labelled => Voxels.Sum();

    /// <summary>Share of a phase in the labelled voxels; null if there are none.</summary>
    public double? Fraction(int label) => Labelled > 0 ? Voxels[label] / (double)Labelled : null;

    /// <summary>Share of a phase in the labelled voxels of each plane across an axis; null where a plane has none.</summary>
    public double?[] Profile(Axis axis, int label)
    {
        var planes = _planes[(int)axis];
        var profile = new double?[planes.GetLength(1)];
        for (var i = 0; i < profile.Length; i++)
        {
            long labelled = 0;
            for (var phase = 0; phase < Phases; phase++)
                labelled += planes[phase, i];
            profile[i] = labelled > 0 ? planes[label, i] / (double)labelled : null;
        }
        return profile;
    }

    /// <summary>Counts every voxel, on all cores.</summary>
    public static PhaseCounts Count(LabelVolume labels, Action? sliceDone = null, CancellationToken cancellationToken = default)
    {
        var counts = new PhaseCounts(labels.Shape, labels.Phases.Count);
        labels.ForEachSlice(z =>
        {
            counts.AddSlice(z, labels.Slice(z), labels.Shape);
            sliceDone?.Invoke();
        }, cancellationToken);
        return counts;
    }

    private void AddSlice(int z, ReadOnlySpan<byte> slice, VolumeShape shape)
    {
        var (height, width) = (shape.Height, shape.Width);
        var rows = new int[height];
        var columns = new int[width];
        var partial = new byte[width];
        for (var phase = 0; phase < Phases; phase++)
        {
            columns.AsSpan().Clear();
            for (var y = 0; y < height; y++)
            {
                var row = slice.Slice(y * width, width);
                rows[y] = row.Count((byte)phase);
                AddEqual(row, (byte)phase, partial);
                if ((y + 1) % RowsUntilFull == 0 || y == height - 1)
                    Flush(partial, columns);
            }
            Add(phase, z, rows, columns);
        }
    }

    private void Add(int phase, int z, int[] rows, int[] columns)
    {
        long all = 0;
        lock (_planes)
        {
            for (var y = 0; y < rows.Length; y++)
            {
                _planes[(int)Axis.Y][phase, y] += rows[y];
                all += rows[y];
            }
            for (var x = 0; x < columns.Length; x++)
                _planes[(int)Axis.X][phase, x] += columns[x];
            _planes[(int)Axis.Z][phase, z] = all;
            Voxels[phase] += all;
        }
    }

    // Adds one to the byte of every column whose voxel has the label.
    private static void AddEqual(ReadOnlySpan<byte> row, byte label, Span<byte> columns)
    {
        var vectors = MemoryMarshal.Cast<byte, Vector<byte>>(row);
        var sums = MemoryMarshal.Cast<byte, Vector<byte>>(columns);
        var wanted = new Vector<byte>(label);
        // Equal gives 255, which is −1 in a byte.
        for (var i = 0; i < vectors.Length; i++)
            sums[i] -= Vector.Equals(vectors[i], wanted);
        for (var x = vectors.Length * Vector<byte>.Count; x < row.Length; x++)
            columns[x] += row[x] == label ? (byte)1 : (byte)0;
    }

    private static void Flush(Span<byte> partial, int[] columns)
    {
        for (var x = 0; x < columns.Length; x++)
            columns[x] += partial[x];
        partial.Clear();
    }
}
