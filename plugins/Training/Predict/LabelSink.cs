using System.Runtime.InteropServices;

using VolumeViewer.Plugins.Training.Predict.Combine;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Predict;

/// <summary>Fills in the most probable phases of a block, and if asked for, the probabilities.</summary>
/// <param name="shape">Of the block.</param>
/// <param name="labels">Filled with the most probable phase of each voxel; the first of equals.</param>
/// <param name="shares">Filled with the probabilities of each voxel, its phases side by side; or empty.</param>
internal readonly ref struct LabelSink(BlockShape shape, Span<byte> labels, Span<float> shares) : IWindowSink
{
    private readonly BlockShape _shape = shape;
    private readonly Span<byte> _labels = labels;
    private readonly Span<float> _shares = shares;

    public void Add(Tensor logits, in PatchWindow window)
    {
        var phases = (int)logits.shape[1];
        var values = MemoryMarshal.Cast<byte, float>(logits.permute(0, 2, 3, 4, 1).contiguous().bytes);
        var (rows, columns) = (window.CoreRows, window.CoreColumns);
        var length = Math.Min(columns.End, _shape.Width) - columns.Start;
        for (var z = window.CorePlanes.Start; length > 0 && z < Math.Min(window.CorePlanes.End, _shape.Depth); z++)
        {
            for (var y = rows.Start; y < Math.Min(rows.End, _shape.Height); y++)
            {
                var from = (((z - window.CorePlanes.Start) * rows.Length) + (y - rows.Start)) * columns.Length;
                var to = (((z * _shape.Height) + y) * _shape.Width) + columns.Start;
                var row = values.Slice(from * phases, length * phases);
                Shares.MostProbable(row, phases, _labels.Slice(to, length));
                if (!_shares.IsEmpty)
                    Shares.Softmax(row, phases, _shares.Slice(to * phases, length * phases));
            }
        }
    }
}
