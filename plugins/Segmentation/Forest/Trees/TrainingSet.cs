namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>Labelled voxels with the codes of their features.</summary>
internal sealed class TrainingSet
{
    private TrainingSet(byte[][] codes, byte[] labels, int phases, FeatureBins bins)
    {
        (Codes, Labels, Phases, Bins) = (codes, labels, phases, bins);
        VoxelsOf = new int[phases];
        foreach (var label in labels)
            VoxelsOf[label]++;
    }

    /// <summary>By feature, by voxel.</summary>
    public byte[][] Codes { get; }

    /// <summary>By voxel.</summary>
    public byte[] Labels { get; }

    public int Phases { get; }

    public FeatureBins Bins { get; }

    /// <summary>Voxels of each phase.</summary>
    public int[] VoxelsOf { get; }

    public int Count => Labels.Length;

    /// <param name="rows">Features of each voxel, one voxel after the other.</param>
    /// <param name="labels">Of each voxel.</param>
    /// <param name="features">How many.</param>
    /// <param name="phases">Labels are below it.</param>
    public static TrainingSet Of(ReadOnlyMemory<float> rows, byte[] labels, int features, int phases)
    {
        var bins = FeatureBins.Fit(rows, features);
        var codes = new byte[features][];
        Parallel.For(0, features, feature =>
        {
            var column = new float[labels.Length];
            for (var i = 0; i < column.Length; i++)
                column[i] = rows.Span[(i * features) + feature];
            codes[feature] = new byte[labels.Length];
            bins.Code(feature, column, codes[feature]);
        });
        return new TrainingSet(codes, labels, phases, bins);
    }
}
