using TorchSharp;

using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Predict;

/// <summary>Labels slices with a network: at once where they are small, else in patches whose halos make the result the same.</summary>
/// <remarks>
/// The same bit by bit on the processor, where logits do not depend on the size of the patch that they are computed in. On a graphics card they do, in
/// their last bits: there a voxel whose two most probable phases are equal up to that can get the one or the other.
/// </remarks>
internal sealed class SlicePredictor
{
    // To one image with no more values than this torch applies a convolution of its own, and to larger or several ones oneDNN's (use_mkldnn in
    // aten/src/ATen/native/Convolution.cpp). They sum in different orders; and a maximum that rounding moves to another voxel of its pooling block
    // moves what is unpooled, so the difference would not stay in the last bits.
    private const long MostValuesOfOwnConvolution = 20480;

    // Up to this many voxels a slice is given to the network whole: exact, fastest, and some hundred megabytes of feature maps.
    private const int WholeEdge = 1024;

    private readonly nn.Module<Tensor, Tensor> _network;
    private readonly NetworkGeometry _geometry;
    private readonly Device _device;
    private readonly int _core;
    private readonly long _mostVoxelsInPairs;

    /// <param name="network">Lent.</param>
    /// <param name="geometry">Of the network.</param>
    /// <param name="device">Where the network lies.</param>
    /// <param name="patchSize">Edge of the patches' cores, or 0 to choose.</param>
    internal SlicePredictor(nn.Module<Tensor, Tensor> network, NetworkGeometry geometry, Device device, int patchSize = 0)
    {
        (_network, _geometry, _device) = (network, geometry, device);
        _core = patchSize;
        // The smallest feature map has no fewer values than the fewest channels of any, at the resolution of the deepest pooling.
        var channels = network.parameters().Where(weight => weight.dim() == 4 && weight.shape[1] > 1).Select(weight => weight.shape[1]).DefaultIfEmpty(1).Min();
        _mostVoxelsInPairs = MostValuesOfOwnConvolution * Math.Max(1, geometry.Alignment * geometry.Alignment / channels);
    }

    /// <summary>Labels one slice. Call it with the network in evaluation mode.</summary>
    /// <param name="grey">Normalised, row by row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="width">Columns.</param>
    /// <param name="labels">Filled with the most probable phase of each voxel.</param>
    /// <param name="probabilities">Per phase, filled with its probability from 0 to 255; or null.</param>
    /// <param name="cancellationToken">Looked at between patches.</param>
    internal void Predict(
        ReadOnlySpan<float> grey, int height, int width, Span<byte> labels, IReadOnlyList<Memory<byte>>? probabilities, CancellationToken cancellationToken)
    {
        var alignment = _geometry.Alignment;
        var (paddedHeight, paddedWidth) = (PatchGrid.RoundUp(height, alignment), PatchGrid.RoundUp(width, alignment));
        var windows = PatchGrid.Cover(paddedHeight, paddedWidth, Core(paddedHeight, paddedWidth), _geometry.Halo, alignment);
        foreach (var batch in Batches(windows))
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            using var inference = inference_mode();
            var logits = Logits(grey, height, width, batch);
            for (var i = 0; i < batch.Length; i++)
            {
                var window = batch[i];
                var core = logits.narrow(0, i, 1)
                    .narrow(2, window.CoreRows.Start - window.Rows.Start, window.CoreRows.Length)
                    .narrow(3, window.CoreColumns.Start - window.Columns.Start, window.CoreColumns.Length);
                Place(core.argmax(1).to_type(ScalarType.Byte).cpu().contiguous().bytes, window, labels, height, width);
                if (probabilities is not null)
                    Place(nn.functional.softmax(core, 1), window, probabilities, height, width);
            }
        }
    }

    /// <summary>Windows of one size together: large ones singly, for memory's sake, and small ones in pairs, if need be of a window with itself.</summary>
    private IEnumerable<PatchWindow[]> Batches(IEnumerable<PatchWindow> windows)
    {
        foreach (var group in windows.GroupBy(window => (Height: window.Rows.Length, Width: window.Columns.Length)))
        {
            var inPairs = (long)group.Key.Height * group.Key.Width <= _mostVoxelsInPairs;
            foreach (var batch in group.Chunk(inPairs ? 2 : 1))
                yield return inPairs && batch.Length == 1 ? [batch[0], batch[0]] : batch;
        }
    }

    private int Core(int height, int width)
    {
        if (_core > 0)
            return _core;
        if ((long)height * width <= (long)WholeEdge * WholeEdge)
            return Math.Max(height, width);
        return Math.Max(WholeEdge - (2 * _geometry.Halo), Math.Max(_geometry.Halo, 64));
    }

    private Tensor Logits(ReadOnlySpan<float> grey, int height, int width, PatchWindow[] batch)
    {
        var (windowHeight, windowWidth) = (batch[0].Rows.Length, batch[0].Columns.Length);
        var input = new float[batch.Length * windowHeight * windowWidth];
        var at = 0;
        foreach (var window in batch)
        {
            // Beyond the slice, where it was filled up to the alignment, it is mirrored.
            var columns = Mirror.Indices(window.Columns.Start, windowWidth, width);
            foreach (var row in Mirror.Indices(window.Rows.Start, windowHeight, height))
            {
                var source = grey.Slice(row * width, width);
                foreach (var column in columns)
                    input[at++] = source[column];
            }
        }
        return _network.call(tensor(input, new long[] { batch.Length, 1, windowHeight, windowWidth }, device: _device));
    }

    private static void Place(Tensor shares, PatchWindow window, IReadOnlyList<Memory<byte>> probabilities, int height, int width)
    {
        var bytes = shares.mul(255.0.ToScalar()).round().to_type(ScalarType.Byte).cpu().contiguous().bytes;
        var length = window.CoreRows.Length * window.CoreColumns.Length;
        for (var phase = 0; phase < probabilities.Count; phase++)
            Place(bytes.Slice(phase * length, length), window, probabilities[phase].Span, height, width);
    }

    private static void Place(ReadOnlySpan<byte> core, PatchWindow window, Span<byte> slice, int height, int width)
    {
        var (rows, columns) = (window.CoreRows, window.CoreColumns);
        var length = Math.Min(columns.End, width) - columns.Start;
        for (var y = rows.Start; length > 0 && y < Math.Min(rows.End, height); y++)
            core.Slice((y - rows.Start) * columns.Length, length).CopyTo(slice.Slice((y * width) + columns.Start, length));
    }
}
