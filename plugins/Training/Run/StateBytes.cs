using System.Text;

using TorchSharp.Modules;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Run;

/// <summary>Weights and optimiser states as bytes. They go through memory, since the library closes the streams that it writes to.</summary>
internal static class StateBytes
{
    internal static byte[] Of(nn.Module<Tensor, Tensor> network)
    {
        using var stream = new MemoryStream();
        network.save(stream);
        return stream.ToArray();
    }

    internal static byte[] Of(Adam optimiser)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
            optimiser.save_state_dict(writer);
        return stream.ToArray();
    }

    internal static void Restore(nn.Module<Tensor, Tensor> network, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        network.load(stream);
    }

    internal static void Restore(Adam optimiser, byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        optimiser.load_state_dict(reader);
    }
}
