using VolumeViewer.Plugins.Metrics.Connectivity;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics;

/// <summary>
/// The objects of a labelled volume: voxels of one phase that are joined by their faces; and which of them another volume does not have.
/// </summary>
internal sealed class PhaseObjects
{
    private readonly Components _components;
    private readonly int _width;
    private readonly bool[] _isLost;

    private PhaseObjects(Components components, int width, long[] right, double foundShare, long smallest)
    {
        (_components, _width) = (components, width);
        _isLost = new bool[components.Count];
        for (var i = 0; i < components.Count; i++)
        {
            if (components.Voxels[i] < smallest)
                continue;
            _isLost[i] = right[i] < foundShare * components.Voxels[i];
            Count[components.Labels[i]]++;
            Lost[components.Labels[i]] += _isLost[i] ? 1 : 0;
        }
    }

    /// <summary>Objects by phase.</summary>
    internal long[] Count { get; } = new long[256];

    /// <summary>Objects by phase that the other volume does not have.</summary>
    internal long[] Lost { get; } = new long[256];

    /// <summary>Finds the objects.</summary>
    /// <param name="shape">Of both volumes.</param>
    /// <param name="read">Gives the phases of a slice here and in the other volume, from any thread; <see cref="LabelVolume.Unlabelled"/> is in no object.</param>
    /// <param name="foundShare">Share of an object that must have its phase in the other volume.</param>
    /// <param name="smallest">Voxels of the smallest object.</param>
    /// <param name="sliceDone">Called after every slice.</param>
    internal static PhaseObjects Find(VolumeShape shape, Action<int, byte[], byte[]> read, double foundShare, long smallest, Action sliceDone)
    {
        var components = Components.Find(shape, (z, own) => read(z, own, new byte[shape.SliceLength]), Adjacency.Faces);
        var right = new long[components.Count];
        var (own, other) = (new byte[shape.SliceLength], new byte[shape.SliceLength]);
        for (var z = 0; z < shape.Depth; z++)
        {
            read(z, own, other);
            components.ForEachRun(z, (y, start, end, component) =>
            {
                for (var i = (y * shape.Width) + start; i < (y * shape.Width) + end && component >= 0; i++)
                    right[component] += own[i] == other[i] ? 1 : 0;
            });
            sliceDone();
        }
        return new PhaseObjects(components, shape.Width, right, foundShare, smallest);
    }

    /// <summary>Marks the voxels of a slice that are in objects which the other volume does not have.</summary>
    internal void Mark(int z, Span<bool> lost)
    {
        lost.Clear();
        var marked = new List<(int From, int To)>();
        _components.ForEachRun(z, (y, start, end, component) =>
        {
            if (component >= 0 && _isLost[component])
                marked.Add(((y * _width) + start, (y * _width) + end));
        });
        foreach (var (from, to) in marked)
            lost[from..to].Fill(true);
    }
}
