using System.Numerics.Tensors;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation;

/// <summary>The 2-D histogram of grey and local mean; both have the same bins, so that distances in it are distances in grey.</summary>
/// <param name="image">The greys.</param>
/// <param name="binning">Bins along either axis.</param>
/// <param name="radius">Of the neighbourhood of the mean, voxels.</param>
/// <param name="dimensions">2 for a square, 3 for a cube.</param>
internal sealed class GreyMeanHistogram(GreyImage image, Binning binning, int radius, int dimensions)
{
    /// <summary>Cells in memory: one per pair of bins, and behind them those of voxels without a grey.</summary>
    public int Places => (binning.Bins + 1) * (binning.Bins + 1);

    /// <summary>Counts every voxel: one pass.</summary>
    /// <returns>The cells that hold voxels, and where each stands among <see cref="Places"/>.</returns>
    public (Cell[] Cells, int[] Places) Measure(Passes passes)
    {
        passes.Next("counting greys and local means");
        var total = new long[Places];
        image.ForEachSlab(passes, slab =>
        {
            var tally = new Tally(total.Length);
            ForEachSlice(slab, passes, (_, places) => tally.Add(places));
            tally.AddTo(total);
        }, (2 * radius) + 1);
        int[] filled = [.. Enumerable.Range(0, binning.Bins * binning.Bins).Where(place => total[place] > 0)];
        Cell[] cells = [.. filled.Select(place => new Cell((place / binning.Bins) + 0.5, (place % binning.Bins) + 0.5, total[place]))];
        return (cells, filled);
    }

    /// <summary>Gives every voxel the label of its cell: one pass.</summary>
    public SegmentationResult Label(byte[] labelOfPlace, int phases, Passes passes)
    {
        passes.Next("labelling");
        var labels = new LabelVolume(image.Shape, PhaseTable.Numbered(phases), image.Spacing);
        var voxels = new long[phases];
        image.ForEachSlab(passes, slab => ForEachSlice(slab, passes, (z, places) =>
        {
            var slice = labels.Slice(z);
            for (var i = 0; i < slice.Length; i++)
                slice[i] = labelOfPlace[places[i]];
            for (var label = 0; label < phases; label++)
                Interlocked.Add(ref voxels[label], slice.Count((byte)label));
        }), (2 * radius) + 1);
        return new SegmentationResult(labels, voxels, image.Shape.VoxelCount - voxels.Sum());
    }

    private void ForEachSlice(GreySlab slab, Passes passes, Action<int, int[]> use)
    {
        using var localMean = new LocalMean(slab, image.Shape, radius, dimensions);
        var means = new float[image.Shape.SliceLength];
        var greyBins = new int[means.Length];
        var meanBins = new int[means.Length];
        for (var z = slab.First; z < slab.End; z++)
        {
            localMean.Fill(z, means);
            binning.Indices(slab.Slice(z), greyBins);
            binning.Indices(means, meanBins);
            // Without a grey the first index is the number of bins, and the place lies behind all cells.
            TensorPrimitives.MultiplyAdd<int>(greyBins, binning.Bins, meanBins, greyBins);
            use(z, greyBins);
            passes.Step();
        }
    }
}
