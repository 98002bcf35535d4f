using System.Numerics;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation;

/// <summary>The grey values of a source, smoothed where that is asked for, given out in slabs of slices to all cores.</summary>
/// <param name="source">Lent; stays the caller's.</param>
/// <param name="medianRadius">0 for the greys as they are, 1 for the median of 3×3×3 voxels.</param>
internal sealed class GreyImage(IVolumeSource source, int medianRadius)
{
    private const int MaxSlabDepth = 32;
    private const int MaxSlabVoxels = 1 << 30;

    public VolumeShape Shape => source.Shape;

    public Spacing Spacing => source.Spacing;

    public VoxelType VoxelType => source.VoxelType;

    public int MedianRadius => medianRadius;

    /// <summary>Whether voxels may have no grey value.</summary>
    public bool MayHaveGaps => !VoxelType.IsInteger();

    /// <summary>One slice as it is stored, with NaN for whatever is not finite.</summary>
    public void ReadSlice(int z, Span<float> destination)
    {
        source.ReadSlice(z, destination);
        if (!MayHaveGaps)
            return;
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(destination);
        for (var i = 0; i < vectors.Length; i++)
        {
            var isFinite = Vector.LessThanOrEqual(Vector.Abs(vectors[i]), new Vector<float>(float.MaxValue));
            vectors[i] = Vector.ConditionalSelect(isFinite, vectors[i], new Vector<float>(float.NaN));
        }
        foreach (ref var value in destination[(vectors.Length * Vector<float>.Count)..])
        {
            if (!float.IsFinite(value))
                value = float.NaN;
        }
    }

    /// <summary>Cuts the volume into slabs and runs an action on each, on all cores; the first exception comes out as it was thrown.</summary>
    /// <remarks>Slabs, not slices, since whatever looks at neighbouring slices would otherwise read each of them several times.</remarks>
    /// <param name="work">Is to call <see cref="Passes.Step"/> for every slice. A slab has fewer than 2³¹ voxels.</param>
    /// <param name="passes">Where cancellation comes from.</param>
    /// <param name="window">How many slices around one another the action looks at.</param>
    public void ForEachSlab(Passes passes, Action<GreySlab> work, int window = 1)
    {
        var slabDepth = Math.Clamp(Shape.Depth / (Environment.ProcessorCount * 4), 1, Math.Clamp(MaxSlabVoxels / Shape.SliceLength, 1, MaxSlabDepth));
        var slabs = (Shape.Depth + slabDepth - 1) / slabDepth;
        try
        {
            Parallel.For(0, slabs, new ParallelOptions { CancellationToken = passes.CancellationToken }, number =>
            {
                var first = number * slabDepth;
                using var slab = new GreySlab(this, first, Math.Min(first + slabDepth, Shape.Depth), window);
                work(slab);
            });
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }
    }
}
