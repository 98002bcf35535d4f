namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>The features of the voxels of a tile: one plane of floats per feature, row by row.</summary>
internal sealed class FeaturePlanes
{
    private readonly float[] _values;

    /// <param name="count">Features.</param>
    /// <param name="height">Rows of the tile.</param>
    /// <param name="width">Columns of the tile.</param>
    public FeaturePlanes(int count, int height, int width)
    {
        (Count, Height, Width) = (count, height, width);
        _values = GC.AllocateUninitializedArray<float>(checked(count * height * width));
    }

    public int Count { get; }

    public int Height { get; }

    public int Width { get; }

    /// <summary>Voxels.</summary>
    public int Length => Height * Width;

    public long MemoryBytes => _values.LongLength * sizeof(float);

    /// <summary>All voxels of one feature.</summary>
    public Span<float> Plane(int feature) => _values.AsSpan(feature * Length, Length);

    /// <summary>One row of one feature.</summary>
    public Span<float> Row(int feature, int y) => _values.AsSpan((feature * Length) + (y * Width), Width);

    /// <summary>All features of one voxel.</summary>
    public void Gather(int voxel, Span<float> features)
    {
        for (var feature = 0; feature < Count; feature++)
            features[feature] = _values[(feature * Length) + voxel];
    }
}
