namespace VolumeViewer.Plugins.Segmentation;

/// <summary>Counts how often each index occurs, for one thread and fewer than 2³¹ indices.</summary>
internal sealed class Tally
{
    // Neighbouring voxels often fall into the same bin, and adding to a number that was just stored waits for the store. Four sets of counts
    // hide that; with many bins the sets would no longer stay in the cache.
    private const int MaxBinsOfSets = 8192;

    private readonly int[][] _sets;

    public Tally(int bins)
    {
        var (first, others) = (new int[bins], bins <= MaxBinsOfSets);
        _sets = [first, others ? new int[bins] : first, others ? new int[bins] : first, others ? new int[bins] : first];
    }

    public void Add(ReadOnlySpan<int> indices)
    {
        var (a, b, c, d) = (_sets[0], _sets[1], _sets[2], _sets[3]);
        var i = 0;
        for (; i <= indices.Length - 4; i += 4)
        {
            a[indices[i]]++;
            b[indices[i + 1]]++;
            c[indices[i + 2]]++;
            d[indices[i + 3]]++;
        }
        for (; i < indices.Length; i++)
            a[indices[i]]++;
    }

    /// <summary>Adds the counts to a total that several threads share.</summary>
    public void AddTo(long[] total)
    {
        lock (total)
        {
            foreach (var set in _sets.Distinct())
            {
                for (var bin = 0; bin < total.Length; bin++)
                    total[bin] += set[bin];
            }
        }
    }
}
