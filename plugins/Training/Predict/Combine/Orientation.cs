namespace VolumeViewer.Plugins.Training.Predict.Combine;

/// <summary>A way to look at a block: mirrored along some axes, and for slices with rows and columns exchanged.</summary>
internal readonly record struct Orientation(bool MirrorPlanes, bool MirrorRows, bool MirrorColumns, bool Transpose)
{
    /// <summary>All eight of a slice, or the eight mirrored ones of a block; the first changes nothing.</summary>
    internal static IReadOnlyList<Orientation> All(int dimensions) =>
        [.. Enumerable.Range(0, 8).Select(n => dimensions == 3
            ? new Orientation((n & 4) != 0, (n & 2) != 0, (n & 1) != 0, false)
            : new Orientation(false, (n & 2) != 0, (n & 1) != 0, (n & 4) != 0))];

    /// <summary>Of the block as it is seen.</summary>
    internal BlockShape Of(BlockShape shape) => Transpose ? shape with { Height = shape.Width, Width = shape.Height } : shape;

    /// <summary>Where the voxels of one row of the seen block are in the block itself: the first, and the step from each to the next.</summary>
    internal (int Start, int Step) Row(BlockShape shape, int plane, int row)
    {
        var z = MirrorPlanes ? shape.Depth - 1 - plane : plane;
        if (!Transpose)
        {
            var y = MirrorRows ? shape.Height - 1 - row : row;
            var first = ((z * shape.Height) + y) * shape.Width;
            return MirrorColumns ? (first + shape.Width - 1, -1) : (first, 1);
        }
        var x = MirrorColumns ? shape.Width - 1 - row : row;
        var top = (z * shape.Height * shape.Width) + x;
        return MirrorRows ? (top + ((shape.Height - 1) * shape.Width), -shape.Width) : (top, shape.Width);
    }

    /// <summary>Takes the grey values of all channels as they are seen.</summary>
    internal void Look(ReadOnlySpan<float> block, BlockShape shape, Span<float> seen)
    {
        var (turned, at) = (Of(shape), 0);
        for (var channel = 0; channel < shape.Channels; channel++)
        {
            var values = block.Slice(channel * shape.Voxels, shape.Voxels);
            for (var z = 0; z < turned.Depth; z++)
            {
                for (var y = 0; y < turned.Height; y++)
                {
                    var (from, step) = Row(shape, z, y);
                    for (var x = 0; x < turned.Width; x++, from += step)
                        seen[at++] = values[from];
                }
            }
        }
    }

    /// <summary>Adds the probabilities of the seen block to those of the block itself.</summary>
    internal void AddBack(ReadOnlySpan<float> seen, BlockShape shape, int phases, Span<float> sums)
    {
        var (turned, at) = (Of(shape), 0);
        for (var z = 0; z < turned.Depth; z++)
        {
            for (var y = 0; y < turned.Height; y++)
            {
                var (to, step) = Row(shape, z, y);
                for (var x = 0; x < turned.Width; x++, to += step)
                {
                    for (var phase = 0; phase < phases; phase++)
                        sums[(to * phases) + phase] += seen[at++];
                }
            }
        }
    }
}
