using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Plugins.Networks;

/// <summary>
/// Which voxels of the input a voxel of the output looks at along one axis, followed back through the layers. They are added in the order of the network;
/// of branches that join again only the one that looks furthest, which in an encoder-decoder is the one through the deepest level.
/// </summary>
internal sealed class ReceptiveField
{
    private readonly List<Func<(int First, int Last), (int First, int Last)>> _layers = [];
    private int _scale = 1;

    /// <summary>Input lengths must be multiples of this.</summary>
    internal int Alignment { get; private set; } = 1;

    /// <summary>Convolutions in a row, padded so that they keep the length.</summary>
    /// <param name="size">Edge of the kernel, odd.</param>
    /// <param name="times">How many.</param>
    internal ReceptiveField Convolve(int size, int times = 1)
    {
        var radius = size / 2 * times;
        return Add(range => (range.First - radius, range.Last + radius));
    }

    /// <summary>A pooling by two, or a convolution of two by two in steps of two.</summary>
    internal ReceptiveField Pool()
    {
        _scale *= 2;
        Alignment = Math.Max(Alignment, _scale);
        return Add(range => (2 * range.First, (2 * range.Last) + 1));
    }

    /// <summary>
    /// The way back up: by index, by repetition, or by a transposed convolution of two by two in steps of two. What lies in a block of two depends on the
    /// value below it alone; with an index also on where the maximum of that block was, which is on the way through the pooling too.
    /// </summary>
    internal ReceptiveField Unpool()
    {
        _scale /= 2;
        // Shifts round down for negative places too.
        return Add(range => (range.First >> 1, range.Last >> 1));
    }

    /// <summary>A layer in which every value looks at all values of its window.</summary>
    /// <param name="edge">Of the window, at the present resolution.</param>
    internal ReceptiveField Window(int edge)
    {
        Alignment = Math.Max(Alignment, _scale * edge);
        return Add(range => (Floor(range.First, edge), Floor(range.Last, edge) + edge - 1));
    }

    /// <summary>How far to either side the output at a voxel looks, at most: it depends on where in its pooling blocks the voxel lies.</summary>
    internal int Reach() => Ranges().Max(item => Math.Max(item.Place - item.First, item.Last - item.Place));

    /// <summary>
    /// How many voxels in a row one voxel of the output looks at, on average over its places in the pooling blocks; that is what the usual formulas give.
    /// </summary>
    internal double Width() => Ranges().Average(item => item.Last - item.First + 1);

    /// <summary>The facts for tiling. The halo is rounded up to the alignment, at which windows begin.</summary>
    internal NetworkGeometry Geometry(int dimensions) => new(dimensions, Alignment, (Reach() + Alignment - 1) / Alignment * Alignment);

    private IEnumerable<(int Place, int First, int Last)> Ranges()
    {
        for (var place = 0; place < Alignment; place++)
        {
            var range = (First: place, Last: place);
            for (var i = _layers.Count - 1; i >= 0; i--)
                range = _layers[i](range);
            yield return (place, range.First, range.Last);
        }
    }

    private ReceptiveField Add(Func<(int First, int Last), (int First, int Last)> layer)
    {
        _layers.Add(layer);
        return this;
    }

    private static int Floor(int position, int edge) => (int)Math.Floor(position / (double)edge) * edge;
}
