using System.Runtime.InteropServices;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Predict.Combine;

/// <summary>Adds up the probabilities of overlapping patches, those near the middle of a patch counting more.</summary>
/// <param name="shape">Of the block.</param>
/// <param name="phases">Of the network.</param>
/// <param name="sums">Gets weight times probability, the phases of a voxel side by side.</param>
/// <param name="weights">Gets the weights.</param>
internal readonly ref struct GaussianSink(BlockShape shape, int phases, Span<float> sums, Span<float> weights) : IWindowSink
{
    // As nnU-Net: the deviation is an eighth of the patch, and no voxel counts for nothing (Isensee et al., Nat. Methods 18 (2021) 203).
    private const float DeviationOfEdge = 1 / 8f;
    private const float LeastWeight = 1e-4f;

    private readonly BlockShape _shape = shape;
    private readonly Span<float> _sums = sums;
    private readonly Span<float> _weights = weights;

    public void Add(Tensor logits, in PatchWindow window)
    {
        var values = MemoryMarshal.Cast<byte, float>(logits.permute(0, 2, 3, 4, 1).contiguous().bytes);
        var (along, down, across) = (Weights(window.Planes.Length), Weights(window.Rows.Length), Weights(window.Columns.Length));
        var share = new float[phases];
        for (var z = 0; z < window.Planes.Length && window.Planes.Start + z < _shape.Depth; z++)
        {
            for (var y = 0; y < window.Rows.Length && window.Rows.Start + y < _shape.Height; y++)
            {
                var from = ((z * window.Rows.Length) + y) * window.Columns.Length;
                var to = ((((window.Planes.Start + z) * _shape.Height) + window.Rows.Start + y) * _shape.Width) + window.Columns.Start;
                for (var x = 0; x < window.Columns.Length && window.Columns.Start + x < _shape.Width; x++)
                {
                    var weight = MathF.Max(LeastWeight, along[z] * down[y] * across[x]);
                    Shares.Softmax(values.Slice((from + x) * phases, phases), phases, share);
                    for (var phase = 0; phase < phases; phase++)
                        _sums[((to + x) * phases) + phase] += weight * share[phase];
                    _weights[to + x] += weight;
                }
            }
        }
    }

    private static float[] Weights(int length)
    {
        var (middle, deviation) = ((length - 1) / 2f, length * DeviationOfEdge);
        return [.. Enumerable.Range(0, length).Select(i => length == 1 ? 1 : MathF.Exp(-0.5f * (i - middle) * (i - middle) / (deviation * deviation)))];
    }
}
