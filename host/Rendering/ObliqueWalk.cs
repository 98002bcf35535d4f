using System.Buffers;
using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Visits the places of an oblique slice in the order of the slices of the volume, some of which are in memory at a time: each is read once.</summary>
/// <typeparam name="T">What a voxel is read as.</typeparam>
/// <param name="shape">Of the volume.</param>
/// <param name="spacing">Of the volume.</param>
/// <param name="key">The places.</param>
internal abstract class ObliqueWalk<T>(VolumeShape shape, Spacing spacing, ObliqueKey key) where T : unmanaged
{
    // What slices that are in memory together may take.
    private const int MostBytes = 1 << 27;

    /// <summary>Of the volume.</summary>
    protected VolumeShape Shape => shape;

    /// <summary>The places.</summary>
    protected ObliqueKey Key => key;

    /// <summary>Visits all of them.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    protected void Run(CancellationToken cancellationToken)
    {
        var voxel = spacing.ToVector3();
        var (perColumn, perRow, perPlane) = (key.PerColumn / voxel / key.Samples, key.PerRow / voxel / key.Samples, key.PerPlane / voxel);
        var first = (key.Corner / voxel) + ((perColumn + perRow) / 2);
        var last = perPlane * (key.Planes - 1);
        // A place within the volume may be shown by one that is a step outside; of a thick slice those within are enough.
        var rim = key.Planes == 1 ? Vector3.Abs(perColumn) + Vector3.Abs(perRow) : Vector3.Zero;
        var size = new Vector3(shape.Width, shape.Height, shape.Depth);
        var places = new Places(first, perColumn, perRow, perPlane, -rim, size + rim);
        var (lowest, highest) = (first + Vector3.Min(Vector3.Zero, perColumn * (key.Columns - 1)) + Vector3.Min(Vector3.Zero, perRow * (key.Rows - 1)) + Vector3.Min(Vector3.Zero, last),
            first + Vector3.Max(Vector3.Zero, perColumn * (key.Columns - 1)) + Vector3.Max(Vector3.Zero, perRow * (key.Rows - 1)) + Vector3.Max(Vector3.Zero, last));
        if (!(highest.Z >= places.Low.Z && lowest.Z <= places.High.Z))
            return;
        var (from, to) = (Math.Clamp((int)MathF.Floor(lowest.Z) - 1, 0, shape.Depth - 1), Math.Clamp((int)MathF.Floor(highest.Z) + 1, 0, shape.Depth - 1));
        // Interpolation takes one slice more than those that places begin in.
        var held = Math.Clamp(MostBytes / (shape.SliceLength * System.Runtime.CompilerServices.Unsafe.SizeOf<T>()), 2, 32);
        var slices = new T[held][];
        try
        {
            for (var start = from; start <= to; start += held - 1)
            {
                var count = Math.Min(held, Math.Min(to + 2, shape.Depth) - start);
                // That which the one before ended with.
                (slices[0], slices[held - 1]) = (slices[held - 1], slices[0]);
                var (begin, have) = (start, start > from ? 1 : 0);
                Parallel.For(have, count, new ParallelOptions { CancellationToken = cancellationToken }, i =>
                    Read(begin + i, (slices[i] ??= ArrayPool<T>.Shared.Rent(shape.SliceLength)).AsSpan(0, shape.SliceLength)));
                var batch = BatchOf(slices, start, Math.Min(held - 1, to + 1 - start), places);
                Parallel.For(0, key.Rows, new ParallelOptions { CancellationToken = cancellationToken }, row => VisitRow(places, batch, row));
            }
        }
        catch (AggregateException several)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }
        finally
        {
            foreach (var slice in slices.OfType<T[]>())
                ArrayPool<T>.Shared.Return(slice);
        }
    }

    // Where they are interpolated, places begin in a slice from its middle on.
    private Batch BatchOf(T[][] slices, int first, int count, in Places places) =>
        new(slices, first, count, first == 0 ? places.Low.Z : first, first + count >= shape.Depth ? places.High.Z : first + count + 0.5f);

    /// <summary>Reads a slice of the volume; called from several threads.</summary>
    protected abstract void Read(int z, Span<T> slice);

    /// <summary>Visits the places of a row that lie in slices of the batch, or may.</summary>
    /// <param name="places">How they lie.</param>
    /// <param name="batch">The slices.</param>
    /// <param name="row">Which row.</param>
    /// <param name="from">The first column.</param>
    /// <param name="to">The one after the last.</param>
    protected abstract void Visit(in Places places, in Batch batch, int row, int from, int to);

    /// <summary>Which of the places behind each other may lie in slices of the batch: the first, and the one after the last.</summary>
    /// <param name="places">How they lie.</param>
    /// <param name="batch">The slices.</param>
    /// <param name="nearest">The first of all, in voxels.</param>
    protected (int From, int To) Planes(in Places places, in Batch batch, Vector3 nearest) => Within(nearest.Z, places.PerPlane.Z, batch.Low, batch.High, key.Planes);

    private void VisitRow(in Places places, in Batch batch, int row)
    {
        var start = places.First + (places.PerRow * row);
        var last = places.PerPlane * (key.Planes - 1);
        var low = new Vector3(places.Low.X, places.Low.Y, batch.Low) - Vector3.Max(Vector3.Zero, last);
        var high = new Vector3(places.High.X, places.High.Y, batch.High) - Vector3.Min(Vector3.Zero, last);
        var (from, to) = (0, key.Columns);
        for (var axis = 0; axis < 3; axis++)
        {
            var (first, end) = Within(start[axis], places.PerColumn[axis], low[axis], high[axis], key.Columns);
            (from, to) = (Math.Max(from, first), Math.Min(to, end));
        }
        if (from < to)
            Visit(places, batch, row, from, to);
    }

    // Which of so many steps may lie from low to below high: one more on either side, which rounding may decide about.
    private static (int From, int To) Within(float start, float step, float low, float high, int count)
    {
        if (MathF.Abs(step) < 1e-9f)
            return start >= low - 1e-3f && start < high + 1e-3f ? (0, count) : (0, 0);
        var (a, b) = (((double)low - start) / step, ((double)high - start) / step);
        return ((int)Math.Clamp(Math.Floor(Math.Min(a, b)) - 1, 0, count), (int)Math.Clamp(Math.Ceiling(Math.Max(a, b)) + 2, 0, count));
    }

    /// <summary>How places lie, in voxels (x, y, z).</summary>
    /// <param name="First">The first of all.</param>
    /// <param name="PerColumn">To the one on its right.</param>
    /// <param name="PerRow">To the one below.</param>
    /// <param name="PerPlane">To the one behind.</param>
    /// <param name="Low">Where what counts begins.</param>
    /// <param name="High">Where it ends.</param>
    protected readonly record struct Places(Vector3 First, Vector3 PerColumn, Vector3 PerRow, Vector3 PerPlane, Vector3 Low, Vector3 High)
    {
        /// <summary>Whether a place counts.</summary>
        public bool Has(Vector3 place) => place.X >= Low.X && place.Y >= Low.Y && place.Z >= Low.Z && place.X < High.X && place.Y < High.Y && place.Z < High.Z;
    }

    /// <summary>Slices that are in memory.</summary>
    /// <param name="Slices">The slices, and one more where there is one.</param>
    /// <param name="First">The index of the first.</param>
    /// <param name="Count">How many places may begin in.</param>
    /// <param name="Low">The least coordinate of places that may begin in them, in voxels.</param>
    /// <param name="High">The greatest.</param>
    protected readonly record struct Batch(T[][] Slices, int First, int Count, float Low, float High)
    {
        /// <summary>Whether places that begin in a slice are of this batch.</summary>
        public bool Has(int z) => (uint)(z - First) < (uint)Count;
    }
}
