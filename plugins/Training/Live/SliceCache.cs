using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Live;

/// <summary>The slices used last, as a network is fed them.</summary>
/// <param name="image">Where they are read.</param>
/// <param name="normalise">Changes the greys of a slice in place.</param>
internal sealed class SliceCache(IVolumeSource image, Action<float[]> normalise)
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
        normalise(grey);
        _slices.AddFirst((z, grey));
        if (_slices.Count > 1 && (long)_slices.Count * Shape.SliceLength > MostVoxels)
            _slices.RemoveLast();
        return grey;
    }
}
