namespace VolumeViewer.Plugins.Training.Data;

/// <summary>Rows of some slices, from <paramref name="FirstRow"/> to their last, by which a network is judged.</summary>
/// <param name="Volume">Holds the labels to judge by.</param>
/// <param name="FirstSlice">The first slice.</param>
/// <param name="EndSlice">The slice after the last; networks for slices are judged by one slice a region.</param>
/// <param name="FirstRow">The first row.</param>
internal sealed record ValidationRegion(TrainingVolume Volume, int FirstSlice, int EndSlice, int FirstRow)
{
    // More tell nothing new: a volume of a thousand slices should not be validated for longer than it is trained on.
    private const int MostSlices = 32;
    private const int MostBlocks = 4;
    private const int MostSlicesInBlock = 64;

    /// <summary>The labelled slices among those of the region.</summary>
    internal IEnumerable<int> LabelledSlices => Enumerable.Range(FirstSlice, EndSlice - FirstSlice).Where(z => Volume.Labels[z] is not null);

    /// <summary>The regions of one volume.</summary>
    /// <param name="volume">Holds the labels to judge by.</param>
    /// <param name="isHeldBack">Whether a slice is to be judged by.</param>
    /// <param name="firstRow">The first row of every slice.</param>
    /// <param name="inBlocks">Whether slices that follow each other make one region, as networks for volumes need it.</param>
    internal static IEnumerable<ValidationRegion> Of(TrainingVolume volume, Func<int, bool> isHeldBack, int firstRow, bool inBlocks)
    {
        ValidationRegion? block = null;
        foreach (var z in volume.LabelledSlices.Where(z => isHeldBack(z) && volume.HasLabels(z, firstRow, volume.Height)))
        {
            if (inBlocks && block is not null && block.EndSlice == z && z - block.FirstSlice < MostSlicesInBlock)
            {
                block = block with { EndSlice = z + 1 };
                continue;
            }
            if (block is not null)
                yield return block;
            block = new ValidationRegion(volume, z, z + 1, firstRow);
        }
        if (block is not null)
            yield return block;
    }

    /// <summary>No more regions than are worth the time, evenly spread.</summary>
    internal static IReadOnlyList<ValidationRegion> Thin(IReadOnlyList<ValidationRegion> regions, bool inBlocks)
    {
        var most = inBlocks ? MostBlocks : MostSlices;
        return regions.Count <= most ? regions : [.. Enumerable.Range(0, most).Select(i => regions[(int)((i + 0.5) * regions.Count / most)])];
    }
}
