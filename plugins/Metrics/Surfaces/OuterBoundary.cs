using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Surfaces;

/// <summary>
/// The surface at which phases end with the volume, or at voxels that nobody labelled: the volume is measured once more in a frame of one phase more, which
/// those voxels get too, and the interfaces with it are taken. In a volume of one slice, or one row, the sides across it are none.
/// </summary>
/// <param name="Areas">By [phase], in the order of the methods, µm² (or in squares of the voxel's edge).</param>
internal sealed record OuterBoundary(IReadOnlyList<double[]> Areas)
{
    // The gradient is taken over one voxel beyond what is smoothed, and ends before the frame does.
    private const int BeyondSmoothing = 2;

    // For each thread. What smooths reads some dozen slices several times over.
    private const int SlicesInMemory = 16;

    /// <summary>What the phase around is called.</summary>
    public const string Name = "outside";

    /// <summary>What the framed slices take that are kept.</summary>
    public static long MemoryBytes(LabelVolume labels, int smoothingRadius) =>
        (long)SlicesInMemory * Environment.ProcessorCount * FramedShape(labels.Shape, smoothingRadius + BeyondSmoothing).SliceLength;

    /// <summary>Slices of the framed volume.</summary>
    public static int Slices(LabelVolume labels, int smoothingRadius) => FramedShape(labels.Shape, smoothingRadius + BeyondSmoothing).Depth;

    /// <summary>Measures it.</summary>
    /// <param name="labels">The volume.</param>
    /// <param name="smoothingRadius">Voxels at which the methods that smooth cut off their Gaussian.</param>
    /// <param name="measure">Measures a volume by all methods, of the pairs that are asked for.</param>
    /// <exception cref="UserException">The volume has as many phases as there can be.</exception>
    public static OuterBoundary Of(LabelVolume labels, int smoothingRadius, Func<LabelVolume, Func<int, int, bool>, IReadOnlyList<SurfaceAreas>> measure)
    {
        var outside = labels.Phases.Count;
        using var framed = Framed(labels, smoothingRadius + BeyondSmoothing, MemoryBytes(labels, smoothingRadius));
        var methods = measure(framed, (_, second) => second == outside);
        return new OuterBoundary([.. methods.Select(method =>
            Enumerable.Range(0, outside).Select(phase => method.Pairs[PhasePairs.Index(phase, outside, outside + 1)].Sum()).ToArray())]);
    }

    private static LabelVolume Framed(LabelVolume labels, int width, long memoryBytes)
    {
        if (labels.Phases.Count == PhaseTable.MaxCount)
            throw new UserException($"The outer boundary takes one phase more, and the volume has {labels.Phases.Count} already, the most there can be. Join some of them, or measure without it.");
        var (shape, around) = (labels.Shape, FramedShape(labels.Shape, width));
        var (before, above, left) = ((around.Depth - shape.Depth) / 2, (around.Height - shape.Height) / 2, (around.Width - shape.Width) / 2);
        // Names and values of the phases do not matter here, only their number does.
        return LabelVolume.OnDemand(around, PhaseTable.Numbered(labels.Phases.Count + 1), labels.Spacing, Read, memoryBytes);

        void Read(int z, Span<byte> framed)
        {
            var outside = (byte)labels.Phases.Count;
            framed.Fill(outside);
            if (z < before || z >= before + shape.Depth)
                return;
            var slice = labels.Slice(z - before);
            for (var y = 0; y < shape.Height; y++)
            {
                var row = framed.Slice(((y + above) * around.Width) + left, shape.Width);
                slice.Slice(y * shape.Width, shape.Width).CopyTo(row);
                row.Replace(LabelVolume.Unlabelled, outside);
            }
        }
    }

    private static VolumeShape FramedShape(VolumeShape shape, int width)
    {
        int Framed(int side) => side == 1 ? 1 : side + (2 * width);
        return new VolumeShape(Framed(shape.Depth), Framed(shape.Height), Framed(shape.Width));
    }
}
