namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>What the random numbers of a generator are for; each purpose has a stream of its own. Numbers stay as they are: recipes depend on them.</summary>
internal static class Streams
{
    public const uint Sizes = 1;
    public const uint Shapes = 2;
    public const uint Orientations = 3;
    public const uint Positions = 4;
    public const uint Order = 5;
    public const uint Roughness = 6;
    public const uint Cracks = 7;
    public const uint InnerPores = 8;
    public const uint BinderField = 9;
    public const uint BinderGrowth = 10;
    public const uint Fibres = 11;
    public const uint Bends = 12;
    public const uint Resampling = 13;

    /// <summary>The first of as many streams as there are phases.</summary>
    public const uint Blobs = 1000;
}
