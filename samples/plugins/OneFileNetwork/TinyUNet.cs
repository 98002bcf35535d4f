// A network plugin of one file, without a project: put it into a development folder, and it is compiled and loaded; change it, and it is swapped.
using System;

using TorchSharp;
using TorchSharp.Modules;

using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

/// <summary>Brings the network.</summary>
public sealed class TinyUNetPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Activate(IPluginContext context) => context.Register<INetwork>(new TinyUNet());
}

/// <summary>What the network is built with.</summary>
public sealed record TinyUNetOptions
{
    /// <summary>Channels at full resolution; twice and four times as many below.</summary>
    [Parameter("Kernels", Min = 1, Max = 128, Help = "Channels at full resolution; twice and four times as many below.")]
    public int Kernels { get; init; } = 8;
}

/// <summary>A U-Net for slices with two poolings (after Ronneberger et al., MICCAI 2015), padded so that its output has the input's size.</summary>
public sealed class TinyUNet : Network<TinyUNetOptions>
{
    // Two poolings by two.
    private const int Alignment = 4;

    /// <inheritdoc/>
    public override string Id => "tiny-unet";

    /// <inheritdoc/>
    public override string Title => "Tiny U-Net";

    /// <inheritdoc/>
    public override string Description => "A U-Net with two poolings, small enough to be trained in a minute.";

    /// <inheritdoc/>
    protected override NetworkGeometry Geometry(TinyUNetOptions options) =>
        new(dimensions: 2, Alignment, halo: (Reach() + Alignment - 1) / Alignment * Alignment);

    /// <inheritdoc/>
    protected override nn.Module<Tensor, Tensor> Build(int inputs, int phases, TinyUNetOptions options) => new UNetModule(inputs, phases, options.Kernels);

    // How far to either side the result at a voxel looks, at most: followed back from the logits for each place within a block of 4 × 4.
    private static int Reach()
    {
        var reach = 0;
        for (var place = 0; place < Alignment; place++)
        {
            var (left, right) = (place - 2, place + 2);                             // two convolutions of the decoder
            for (var level = 0; level < 2; level++)
                (left, right) = ((left >> 1) - 2, (right >> 1) + 2);                // a level below, and two convolutions there
            for (var level = 0; level < 2; level++)
                (left, right) = ((2 * left) - 2, (2 * right) + 1 + 2);              // the block that was pooled, and two of the encoder
            reach = Math.Max(reach, Math.Max(place - left, right - place));
        }
        return reach;
    }

    private sealed class UNetModule : nn.Module<Tensor, Tensor>
    {
        private readonly Sequential _encoder0;
        private readonly Sequential _encoder1;
        private readonly Sequential _bottom;
        private readonly ConvTranspose2d _up1;
        private readonly Sequential _decoder1;
        private readonly ConvTranspose2d _up0;
        private readonly Sequential _decoder0;
        private readonly Conv2d _logits;
        private readonly MaxPool2d _pool = nn.MaxPool2d(2);

        internal UNetModule(int inputs, int phases, int n) : base(nameof(TinyUNet))
        {
            _encoder0 = Twice(inputs, n);
            _encoder1 = Twice(n, 2 * n);
            _bottom = Twice(2 * n, 4 * n);
            _up1 = nn.ConvTranspose2d(4 * n, 2 * n, 2, stride: 2);
            _decoder1 = Twice(4 * n, 2 * n);
            _up0 = nn.ConvTranspose2d(2 * n, n, 2, stride: 2);
            _decoder0 = Twice(2 * n, n);
            _logits = nn.Conv2d(n, phases, 1);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            using var scope = NewDisposeScope();
            var fine = _encoder0.call(input);
            var middle = _encoder1.call(_pool.call(fine));
            var coarse = _bottom.call(_pool.call(middle));
            var up = _decoder1.call(cat([_up1.call(coarse), middle], 1));
            return _logits.call(_decoder0.call(cat([_up0.call(up), fine], 1))).MoveToOuterDisposeScope();
        }

        private static Sequential Twice(int inputs, int outputs) => nn.Sequential(
            nn.Conv2d(inputs, outputs, 3, padding: 1L, bias: false), nn.BatchNorm2d(outputs), nn.ReLU(),
            nn.Conv2d(outputs, outputs, 3, padding: 1L, bias: false), nn.BatchNorm2d(outputs), nn.ReLU());
    }
}
