using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Networks;

/// <summary>What all networks have in common: width, kernel, what follows each convolution.</summary>
internal abstract record ConvolutionOptions
{
    [Parameter("Kernels", Min = 1, Max = 512,
        Help = "Width of the network: channels at full resolution. Deeper layers have a fixed multiple of it; the table in the documentation tells which.")]
    public int Kernels { get; init; } = 16;

    [Parameter("Kernel size", Unit = "voxel", Min = 1, Max = 31, Help = "Edge of the convolution kernels; an odd number.")]
    public int KernelSize { get; init; } = 3;

    [Parameter("Activation", Help = "What follows each convolution, but for the last; in the LRCS-Nets the deepest is always followed by a sigmoid.")]
    public Activation Activation { get; init; } = Activation.Relu;

    [Parameter("Leaky slope", Min = 0, Max = 1, Help = "Slope of leaky-relu below zero.")]
    public double LeakySlope { get; init; } = 0.1;

    [Parameter("Normalisation", Help = "What brings feature maps to a common scale: each channel over the batch, each voxel over its channels (batches of "
        + "one patch too), or nothing. In the LRCS-Nets it is part of the decoder only.")]
    public NormalisationLayer Normalisation { get; init; } = NormalisationLayer.Batch;

    [Parameter("Batch norm momentum", Min = 0.001, Max = 1,
        Help = "Share of the newest batch in the running means of batch normalisation; lower with small batches, higher with few steps.")]
    public double BatchNormMomentum { get; init; } = 0.1;

    [Parameter("Dropout", Min = 0, Max = 0.95, Help = "Probability with which a value is dropped in training, after every stage but the last.")]
    public double Dropout { get; init; }

    /// <summary>Faults that no range of one parameter can tell.</summary>
    /// <exception cref="ParameterException">The kernel is even, or there is nothing to normalise over.</exception>
    internal void Check()
    {
        var faults = new List<string>();
        if (KernelSize % 2 == 0)
            faults.Add($"kernel-size: {KernelSize} is even, so the result would be shifted by half a voxel; take {KernelSize + 1}.");
        if (Normalisation == NormalisationLayer.Channel && Kernels < 2)
            faults.Add($"kernels: {Kernels} channel cannot be normalised over the channels; take 2 or more, or another normalisation.");
        if (faults.Count > 0)
            throw new ParameterException(faults);
    }
}
