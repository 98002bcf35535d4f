using TorchSharp;

using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Predict;

/// <summary>Labels slices with a network: at once where they are small, else in patches whose halos make the result the same.</summary>
internal sealed class SlicePredictor
{
    // Up to this many voxels a slice is given to the network whole: exact, fastest, and some hundred megabytes of feature maps.
    private const int WholeEdge = 1024;

    private readonly nn.Module<Tensor, Tensor> _network;
    private readonly NetworkGeometry _geometry;
    private readonly Device _device;
    private readonly int _core;

    /// <param name="network">Lent.</param>
    /// <param name="geometry">Of the network.</param>
    /// <param name="device">Where the network lies.</param>
    /// <param name="patchSize">Edge of the patches' cores, or 0 to choose.</param>
    internal SlicePredictor(nn.Module<Tensor, Tensor> network, NetworkGeometry geometry, Device device, int patchSize = 0)
    {
        (_network, _geometry, _device) = (network, geometry, device);
        _core = patchSize;
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
        foreach (var window in PatchGrid.Cover(paddedHeight, paddedWidth, Core(paddedHeight, paddedWidth), _geometry.Halo, alignment))
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            using var inference = inference_mode();
            var logits = Logits(grey, height, width, window)
                .narrow(2, window.CoreRows.Start - window.Rows.Start, window.CoreRows.Length)
                .narrow(3, window.CoreColumns.Start - window.Columns.Start, window.CoreColumns.Length);
            Place(logits.argmax(1).to_type(ScalarType.Byte).cpu().contiguous().bytes, window, labels, height, width);
            if (probabilities is null)
                continue;
            var shares = nn.functional.softmax(logits, 1).mul(255.0.ToScalar()).round().to_type(ScalarType.Byte).cpu().contiguous();
            var length = window.CoreRows.Length * window.CoreColumns.Length;
            for (var phase = 0; phase < probabilities.Count; phase++)
                Place(shares.bytes.Slice(phase * length, length), window, probabilities[phase].Span, height, width);
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

    private Tensor Logits(ReadOnlySpan<float> grey, int height, int width, PatchWindow window)
    {
        // Beyond the slice, where it was filled up to the alignment, it is mirrored.
        var rows = Mirror.Indices(window.Rows.Start, window.Rows.Length, height);
        var columns = Mirror.Indices(window.Columns.Start, window.Columns.Length, width);
        var input = new float[rows.Length * columns.Length];
        var at = 0;
        foreach (var row in rows)
        {
            var source = grey.Slice(row * width, width);
            foreach (var column in columns)
                input[at++] = source[column];
        }
        return _network.call(tensor(input, new long[] { 1, 1, rows.Length, columns.Length }, device: _device));
    }

    private static void Place(ReadOnlySpan<byte> core, PatchWindow window, Span<byte> slice, int height, int width)
    {
        var (rows, columns) = (window.CoreRows, window.CoreColumns);
        var length = Math.Min(columns.End, width) - columns.Start;
        for (var y = rows.Start; length > 0 && y < Math.Min(rows.End, height); y++)
            core.Slice((y - rows.Start) * columns.Length, length).CopyTo(slice.Slice((y * width) + columns.Start, length));
    }
}
