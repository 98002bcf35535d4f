using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Live;

/// <summary>The slices used last, their greys counted in standard deviations from the mean of the volume.</summary>
internal sealed class SliceCache(IVolumeSource image, IntensityStatistics statistics)
{
    private const long MostVoxels = 64 << 20;

    private readonly LinkedList<(int Z, float[] Grey)> _slices = [];

    internal VolumeShape Shape => image.Shape;

    /// <summary>One slice, row by row; lent until others push it out.</summary>
    internal float[] Get(int z)
    {
        var node = _slices.First;
        while (node is not null && node.Value.Z != z)
            node = node.Next;
        if (node is not null)
        {
            _slices.Remove(node);
            _slices.AddFirst(node);
            return node.Value.Grey;
        }
        var grey = new float[Shape.SliceLength];
        image.ReadSlice(z, grey);
        var scale = statistics.StandardDeviation > 0 ? 1 / statistics.StandardDeviation : 0;
        foreach (ref var value in grey.AsSpan())
            value = float.IsFinite(value) ? (float)((value - statistics.Mean) * scale) : 0;
        _slices.AddFirst((z, grey));
        if (_slices.Count > 1 && (long)_slices.Count * Shape.SliceLength > MostVoxels)
            _slices.RemoveLast();
        return grey;
    }
}
