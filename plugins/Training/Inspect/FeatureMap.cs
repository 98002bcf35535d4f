using VolumeViewer.Sdk;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Inspect;

/// <summary>What a layer made of a slice.</summary>
/// <param name="Name">Of the layer.</param>
/// <param name="Channels">How many maps.</param>
/// <param name="Height">Rows of a map.</param>
/// <param name="Width">Columns of a map.</param>
/// <param name="Scale">Voxels of the slice to one of the map, along each axis.</param>
/// <param name="Values">Channel by channel, row by row.</param>
internal sealed record FeatureMap(string Name, int Channels, int Height, int Width, int Scale, float[] Values)
{
    internal ReadOnlySpan<float> Channel(int channel) => Values.AsSpan(channel * Height * Width, Height * Width);

    /// <summary>Takes the map of a slice out of a layer's output, without what was added to fill it up to the alignment.</summary>
    /// <param name="name">Of the layer.</param>
    /// <param name="output">(1, channels, …).</param>
    /// <param name="slice">The slice's place and the depth of the input, for networks for volumes.</param>
    /// <param name="input">Rows and columns of the input.</param>
    /// <param name="shape">Of the volume.</param>
    /// <exception cref="UserException">The output is no map.</exception>
    internal static FeatureMap Of(string name, Tensor output, (int Place, int Depth)? slice, (int Height, int Width) input, VolumeShape shape)
    {
        if (output.dim() != (slice is null ? 4 : 5))
            throw new UserException($"--layer: what '{name}' gives has {output.dim()} dimensions, and is no feature map; take another layer.");
        using var scope = NewDisposeScope();
        var map = output.detach();
        if (slice is var (place, depth))
            map = map.narrow(2, place * map.shape[2] / depth, 1).squeeze(2);
        var scale = (int)Math.Max(1, input.Width / map.shape[3]);
        var (height, width) = (Math.Min((int)map.shape[2], (shape.Height + scale - 1) / scale), Math.Min((int)map.shape[3], (shape.Width + scale - 1) / scale));
        map = map.narrow(2, 0, height).narrow(3, 0, width);
        return new FeatureMap(name, (int)map.shape[1], height, width, scale, InspectedModel.Values(map));
    }
}
