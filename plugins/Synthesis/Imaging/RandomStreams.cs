namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>What the random numbers of a tomogram are for: each has a stream of its own, so that switching one part off leaves the others as they were.</summary>
internal static class RandomStreams
{
    public const uint Photons = 0x7001;
    public const uint ReadNoise = 0x7002;
    public const uint RingColumns = 0x7003;
    public const uint RingGains = 0x7004;
    public const uint BadProjections = 0x7005;
    public const uint BadPattern = 0x7006;
    public const uint Jitter = 0x7007;
    public const uint GreyDrift = 0x7008;
    public const uint Inclusions = 0x7009;
    public const uint SimpleNoise = 0x700a;
    public const uint Texture = 0x700b;
}
