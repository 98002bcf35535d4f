using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Live;

/// <summary>Probabilities of the phases in a part of a slice, with the halo around it, so that they are those of the whole slice.</summary>
/// <param name="network">Lent; in evaluation mode while this is used.</param>
/// <param name="geometry">Of the network.</param>
/// <param name="device">Where the network lies.</param>
/// <param name="slices">The greys.</param>
internal sealed class RegionPredictor(nn.Module<Tensor, Tensor> network, NetworkGeometry geometry, Device device, SliceCache slices)
{
    // Larger regions are cut, and thin ones of several slices taken together, for the sake of memory and of speed.
    private const int MostEdge = 512, MostVoxels = 1 << 19;

    /// <summary>Fills a region, slice by slice; what is there is shown when it takes long.</summary>
    internal void Fill(LiveRegion region, CancellationToken cancellationToken)
    {
        var box = region.Box;
        var clock = System.Diagnostics.Stopwatch.StartNew();
        for (var y = 0; y < box.Height; y += MostEdge)
        {
            for (var x = 0; x < box.Width; x += MostEdge)
            {
                var (height, width) = (Math.Min(MostEdge, box.Height - y), Math.Min(MostEdge, box.Width - x));
                var (rows, columns) = (Window(box.Y + y, height, slices.Shape.Height), Window(box.X + x, width, slices.Shape.Width));
                var depth = Math.Clamp(MostVoxels / (rows.Length * columns.Length), 1, box.Depth);
                for (var z = 0; z < box.Depth; z += depth)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var count = Math.Min(depth, box.Depth - z);
                    using var scope = NewDisposeScope();
                    using var inference = inference_mode();
                    var shares = nn.functional.softmax(Core(box.Z + z, count, rows, columns, (box.Y + y, box.X + x, height, width)), 1).cpu().contiguous();
                    Place(shares.data<float>().ToArray(), region, (z, y, x), (count, height, width));
                    if (clock.ElapsedMilliseconds < 400)
                        continue;
                    region.Show();
                    clock.Restart();
                }
            }
        }
    }

    // The logits (slices, phases, height, width) of a part without its halo.
    private Tensor Core(int z, int count, (int Start, int Length) rows, (int Start, int Length) columns, (int Y, int X, int Height, int Width) core)
    {
        var input = new float[count * rows.Length * columns.Length];
        var (rowIndices, columnIndices) = (Mirror.Indices(rows.Start, rows.Length, slices.Shape.Height), Mirror.Indices(columns.Start, columns.Length, slices.Shape.Width));
        var at = 0;
        for (var slice = z; slice < z + count; slice++)
        {
            var grey = slices.Get(slice);
            foreach (var row in rowIndices)
            {
                foreach (var column in columnIndices)
                    input[at++] = grey[(row * slices.Shape.Width) + column];
            }
        }
        return network.call(tensor(input, new long[] { count, 1, rows.Length, columns.Length }, device: device))
            .narrow(2, core.Y - rows.Start, core.Height).narrow(3, core.X - columns.Start, core.Width);
    }

    private static void Place(float[] shares, LiveRegion region, (int Z, int Y, int X) from, (int Depth, int Height, int Width) size)
    {
        var plane = size.Height * size.Width;
        var phases = shares.Length / (size.Depth * plane);
        Parallel.For(0, size.Depth * size.Height, line =>
        {
            var (z, y) = (line / size.Height, line % size.Height);
            Span<float> voxel = stackalloc float[phases];
            for (var x = 0; x < size.Width; x++)
            {
                for (var phase = 0; phase < phases; phase++)
                    voxel[phase] = shares[(((z * phases) + phase) * plane) + (y * size.Width) + x];
                region.Set(((((from.Z + z) * region.Box.Height) + from.Y + y) * region.Box.Width) + from.X + x, voxel);
            }
        });
    }

    // As many rows or columns more as the result depends on, from where poolings begin, and not beyond the slice as it is filled up to the alignment.
    private (int Start, int Length) Window(int start, int length, int whole)
    {
        var alignment = geometry.Alignment;
        var first = Math.Max(0, (start - geometry.Halo) / alignment * alignment);
        var end = Math.Min((whole + alignment - 1) / alignment, (start + length + geometry.Halo + alignment - 1) / alignment) * alignment;
        return (first, end - first);
    }
}
