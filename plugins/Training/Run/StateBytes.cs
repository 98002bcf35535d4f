using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Run;

/// <summary>The weights of a network as bytes. They go through memory, since the library closes the streams that it writes to.</summary>
internal static class StateBytes
{
    internal static byte[] Of(nn.Module<Tensor, Tensor> network)
    {
        using var stream = new MemoryStream();
        network.save(stream);
        return stream.ToArray();
    }

    internal static void Restore(nn.Module<Tensor, Tensor> network, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        network.load(stream);
    }
}
