using TorchSharp.Modules;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Networks;

/// <summary>Three dense layers over each square window of a map with one channel: s² values, s²/2, s²/2, and s² that fill the window again.</summary>
/// <remarks>
/// The first is written as a convolution with the window as kernel and step, the others as convolutions of single places. That is the same sum; and unlike
/// a product of matrices it is rounded alike however many windows there are.
/// </remarks>
internal sealed class DenseWindows : nn.Module<Tensor, Tensor>
{
    private readonly int _edge;
    private readonly Sequential _layers;

    internal DenseWindows(int edge, LayerKit kit) : base(nameof(DenseWindows))
    {
        _edge = edge;
        var values = edge * edge;
        _layers = nn.Sequential(
        [
            nn.Conv2d(1, values / 2, edge, stride: edge), kit.Activate(), .. kit.Dropout(),
            kit.Convolution(values / 2, values / 2, 1, bias: true), kit.Activate(), .. kit.Dropout(),
            kit.Convolution(values / 2, values, 1, bias: true), kit.Activate(), .. kit.Dropout(),
        ]);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        if (input.shape[2] % _edge != 0 || input.shape[3] % _edge != 0)
        {
            throw new ArgumentException($"A map of {input.shape[2]} × {input.shape[3]} is no whole number of windows of {_edge} × {_edge}; "
                + "the lengths of the input must be multiples of the window.", nameof(input));
        }
        var dense = _layers.call(input);
        var (batch, rows, columns) = (dense.shape[0], dense.shape[2], dense.shape[3]);
        // (N, s·s, rows, columns) to (N, rows, s, columns, s): each window's values to their places.
        return dense.reshape(batch, _edge, _edge, rows, columns).permute(0, 3, 1, 4, 2).reshape(batch, 1, rows * _edge, columns * _edge)
            .MoveToOuterDisposeScope();
    }
}
