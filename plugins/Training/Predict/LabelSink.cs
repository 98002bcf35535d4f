using TorchSharp;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Predict;

/// <summary>Fills in the most probable phases of a block, and if asked for, the probabilities.</summary>
/// <param name="shape">Of the block.</param>
/// <param name="labels">Filled with the most probable phase of each voxel.</param>
/// <param name="probabilities">Per phase, filled with its probability from 0 to 255; or null.</param>
internal readonly ref struct LabelSink(BlockShape shape, Span<byte> labels, IReadOnlyList<Memory<byte>>? probabilities) : IWindowSink
{
    private readonly BlockShape _shape = shape;
    private readonly Span<byte> _labels = labels;
    private readonly IReadOnlyList<Memory<byte>>? _probabilities = probabilities;

    public void Add(Tensor logits, in PatchWindow window)
    {
        Place(logits.argmax(1).to_type(ScalarType.Byte).cpu().contiguous().bytes, window, _labels);
        if (_probabilities is null)
            return;
        var bytes = nn.functional.softmax(logits, 1).mul(255.0.ToScalar()).round().to_type(ScalarType.Byte).cpu().contiguous().bytes;
        var length = window.CorePlanes.Length * window.CoreRows.Length * window.CoreColumns.Length;
        for (var phase = 0; phase < _probabilities.Count; phase++)
            Place(bytes.Slice(phase * length, length), window, _probabilities[phase].Span);
    }

    private void Place(ReadOnlySpan<byte> core, in PatchWindow window, Span<byte> block)
    {
        var (planes, rows, columns) = (window.CorePlanes, window.CoreRows, window.CoreColumns);
        var length = Math.Min(columns.End, _shape.Width) - columns.Start;
        if (length <= 0)
            return;
        for (var z = planes.Start; z < Math.Min(planes.End, _shape.Depth); z++)
        {
            for (var y = rows.Start; y < Math.Min(rows.End, _shape.Height); y++)
            {
                core.Slice((((z - planes.Start) * rows.Length) + (y - rows.Start)) * columns.Length, length)
                    .CopyTo(block.Slice((((z * _shape.Height) + y) * _shape.Width) + columns.Start, length));
            }
        }
    }
}
