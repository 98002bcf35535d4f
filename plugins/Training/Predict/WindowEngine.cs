using System.Runtime.InteropServices;

using VolumeViewer.Plugins.Training.Predict.Speed;
using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Predict;

/// <summary>Takes slices and blocks through a network: at once where they are small, else in patches whose halos make the result the same.</summary>
/// <remarks>
/// The same bit by bit on the processor, where logits do not depend on the size of the patch that they are computed in. On a graphics card they do, in
/// their last bits: there a voxel whose two most probable phases are equal up to that can get the one or the other.
/// </remarks>
internal sealed class WindowEngine
{
    // To one image with no more values than this torch applies a convolution of its own, and to larger or several ones oneDNN's (use_mkldnn in
    // aten/src/ATen/native/Convolution.cpp). They sum in different orders; and a maximum that rounding moves to another voxel of its pooling block
    // moves what is unpooled, so the difference would not stay in the last bits.
    private const long MostValuesOfOwnConvolution = 20480;

    // Up to this many voxels a slice or block is given to the network whole: exact, fastest, and some hundred megabytes of feature maps.
    private const int WholeEdge = 1024;
    private const int WholeEdge3D = 96;

    private readonly nn.Module<Tensor, Tensor> _network;
    private readonly NetworkGeometry _geometry;
    private readonly Device _device;
    private readonly int _core;
    private readonly bool _channelsLast;
    private readonly bool _half;
    private readonly long _mostVoxelsInPairs;

    /// <param name="network">Lent; in evaluation mode.</param>
    /// <param name="geometry">Of the network.</param>
    /// <param name="device">Where the network lies.</param>
    /// <param name="patchSize">Edge of the patches' cores, or 0 to choose.</param>
    /// <param name="channelsLast">Whether the weights are laid out by <see cref="ChannelsLast"/>.</param>
    internal WindowEngine(nn.Module<Tensor, Tensor> network, NetworkGeometry geometry, Device device, int patchSize, bool channelsLast = false)
    {
        (_network, _geometry, _device, _core, _channelsLast) = (network, geometry, device, patchSize, channelsLast);
        _half = network.parameters().Any(weight => weight.dtype == ScalarType.Float16);
        _mostVoxelsInPairs = MostVoxelsInPairs();
    }

    private bool InThree => _geometry.Dimensions == 3;

    /// <summary>Gives the logits of some planes of a block to a sink.</summary>
    /// <param name="grey">Normalised.</param>
    /// <param name="shape">Of the block; one plane for a network of two dimensions.</param>
    /// <param name="planes">Which to label; they begin at a multiple of the alignment. The others are their surroundings.</param>
    /// <param name="sink">Called on this thread, within inference mode and a dispose scope.</param>
    /// <param name="cancellationToken">Looked at between patches.</param>
    /// <param name="windows">Other windows than those that give the same as the whole.</param>
    internal void Run<TSink>(
        ReadOnlySpan<float> grey, BlockShape shape, Span1D planes, scoped in TSink sink, CancellationToken cancellationToken,
        IEnumerable<PatchWindow>? windows = null)
        where TSink : IWindowSink, allows ref struct
    {
        foreach (var batch in Batches(windows ?? Windows(shape, planes)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            using var inference = inference_mode();
            var logits = Logits(grey, shape, batch).to_type(ScalarType.Float32);
            for (var i = 0; i < batch.Length; i++)
            {
                var window = batch[i];
                var core = logits.narrow(0, i, 1)
                    .narrow(2, window.CorePlanes.Start - window.Planes.Start, window.CorePlanes.Length)
                    .narrow(3, window.CoreRows.Start - window.Rows.Start, window.CoreRows.Length)
                    .narrow(4, window.CoreColumns.Start - window.Columns.Start, window.CoreColumns.Length);
                sink.Add(core.cpu(), window);
            }
        }
    }

    // The smallest feature map has no fewer values than the fewest channels of any, at the resolution of the deepest pooling.
    private long MostVoxelsInPairs()
    {
        // In three dimensions torch counts the values of a feature map without its last length, and small ones are all that there is memory for.
        if (InThree)
            return long.MaxValue;
        var channels = _network.parameters().Where(weight => weight.dim() == 4 && weight.shape[1] > 1).Select(weight => weight.shape[1])
            .DefaultIfEmpty(1).Min();
        return MostValuesOfOwnConvolution * Math.Max(1, _geometry.Alignment * _geometry.Alignment / channels);
    }

    /// <summary>Windows that overlap, for <see cref="Run"/>.</summary>
    /// <param name="shape">Of the block.</param>
    /// <param name="size">Edge of the windows.</param>
    /// <param name="overlap">Share of a window that the next one covers too.</param>
    internal IEnumerable<PatchWindow> Overlapping(BlockShape shape, int size, double overlap)
    {
        var alignment = _geometry.Alignment;
        return PatchGrid.CoverOverlapping(InThree ? PatchGrid.RoundUp(shape.Depth, alignment) : 1, PatchGrid.RoundUp(shape.Height, alignment),
            PatchGrid.RoundUp(shape.Width, alignment), size, overlap, alignment);
    }

    private IEnumerable<PatchWindow> Windows(BlockShape shape, Span1D planes)
    {
        var (alignment, halo) = (_geometry.Alignment, _geometry.Halo);
        var (height, width) = (PatchGrid.RoundUp(shape.Height, alignment), PatchGrid.RoundUp(shape.Width, alignment));
        if (!InThree)
            return PatchGrid.Cover(height, width, Core(1, height, width), halo, alignment);
        var depth = PatchGrid.RoundUp(shape.Depth, alignment);
        planes = new Span1D(planes.Start, PatchGrid.RoundUp(planes.Length, alignment));
        return PatchGrid.Cover(planes, depth, height, width, Core(depth, height, width), halo, alignment);
    }

    /// <summary>Windows of one size together: large ones singly, for memory's sake, and small ones in pairs, if need be of a window with itself.</summary>
    private IEnumerable<PatchWindow[]> Batches(IEnumerable<PatchWindow> windows)
    {
        foreach (var group in windows.GroupBy(window => (window.Planes.Length, Height: window.Rows.Length, Width: window.Columns.Length)))
        {
            var inPairs = (long)group.Key.Height * group.Key.Width <= _mostVoxelsInPairs;
            foreach (var batch in group.Chunk(inPairs ? 2 : 1))
                yield return inPairs && batch.Length == 1 ? [batch[0], batch[0]] : batch;
        }
    }

    private int Core(int depth, int height, int width)
    {
        if (_core > 0)
            return _core;
        var whole = InThree ? (long)WholeEdge3D * WholeEdge3D * WholeEdge3D : (long)WholeEdge * WholeEdge;
        if ((long)depth * height * width <= whole)
            return Math.Max(depth, Math.Max(height, width));
        return Math.Max((InThree ? WholeEdge3D : WholeEdge) - (2 * _geometry.Halo), InThree ? 32 : Math.Max(_geometry.Halo, 64));
    }

    private Tensor Logits(ReadOnlySpan<float> grey, BlockShape shape, PatchWindow[] batch)
    {
        var (depth, height, width) = (batch[0].Planes.Length, batch[0].Rows.Length, batch[0].Columns.Length);
        long[] lengths = InThree ? [batch.Length, shape.Channels, depth, height, width] : [batch.Length, shape.Channels, height, width];
        var values = empty(lengths, ScalarType.Float32, CPU);
        var target = MemoryMarshal.Cast<byte, float>(values.bytes);
        var at = 0;
        foreach (var window in batch)
            Gather(grey, shape, window, target, ref at);
        var input = _half ? values.to(ScalarType.Float16, _device) : values.to(_device);
        if (InThree)
            return _network.call(input);
        return _network.call(_channelsLast ? ChannelsLast.Of(input) : input).unsqueeze(2);
    }

    // Beyond the block, where it was filled up to the alignment, it is mirrored.
    private static void Gather(ReadOnlySpan<float> grey, BlockShape shape, in PatchWindow window, Span<float> input, ref int at)
    {
        var planes = Mirror.Indices(window.Planes.Start, window.Planes.Length, shape.Depth);
        var rows = Mirror.Indices(window.Rows.Start, window.Rows.Length, shape.Height);
        var inside = Math.Min(window.Columns.End, shape.Width) - window.Columns.Start;
        var beyond = Mirror.Indices(window.Columns.Start + inside, window.Columns.Length - inside, shape.Width);
        for (var channel = 0; channel < shape.Channels; channel++)
        {
            foreach (var plane in planes)
            {
                foreach (var row in rows)
                {
                    var source = grey.Slice((((((channel * shape.Depth) + plane) * shape.Height) + row) * shape.Width), shape.Width);
                    source.Slice(window.Columns.Start, inside).CopyTo(input[at..]);
                    at += inside;
                    foreach (var column in beyond)
                        input[at++] = source[column];
                }
            }
        }
    }
}
