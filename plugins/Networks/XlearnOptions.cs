using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Networks;

/// <summary>Options of <see cref="Xlearn"/>.</summary>
internal sealed record XlearnOptions : ConvolutionOptions
{
    /// <summary>Three poolings by two.</summary>
    internal const int Scale = 8;

    public XlearnOptions() => Dropout = 0.2;

    [Parameter("Window", Unit = "voxel", Min = 16, Max = 512,
        Help = "Edge of the squares that the dense layers see as a whole; a multiple of 8. The input's lengths must be multiples of it.")]
    public int Window { get; init; } = 64;

    /// <summary>Values of a window in the bottleneck.</summary>
    internal int Values => Window / Scale * (Window / Scale);

    /// <exception cref="ParameterException">The window does not go through three poolings.</exception>
    internal void CheckWindow()
    {
        if (Window % Scale != 0)
            throw new ParameterException([$"window: {Window} is not a multiple of {Scale}; take {(Window + Scale - 1) / Scale * Scale}."]);
    }
}
