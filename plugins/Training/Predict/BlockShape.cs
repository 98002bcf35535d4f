namespace VolumeViewer.Plugins.Training.Predict;

/// <summary>What a network is to label at once: a slice is a block of one plane. Its grey values lie channel by channel, each plane by plane, row by row.</summary>
internal readonly record struct BlockShape(int Channels, int Depth, int Height, int Width)
{
    /// <summary>Voxels, of one channel.</summary>
    internal int Voxels => checked(Depth * Height * Width);
}
