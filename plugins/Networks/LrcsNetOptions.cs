namespace VolumeViewer.Plugins.Networks;

/// <summary>Options of <see cref="LrcsNet"/> and of its variant with skips.</summary>
internal record LrcsNetOptions : ConvolutionOptions
{
    public LrcsNetOptions() => Activation = Activation.LeakyRelu;
}
