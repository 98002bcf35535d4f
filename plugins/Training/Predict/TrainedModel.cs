using System.Runtime.InteropServices;

using TorchSharp;

using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Run;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Predict;

/// <summary>A network with the weights of a run, or of a TorchScript file, ready to predict.</summary>
internal sealed class TrainedModel : IDisposable
{
    private TrainedModel(
        string networkId, nn.Module<Tensor, Tensor> network, NetworkGeometry geometry, PhaseTable phases, Normalisation normalisation, Device device) =>
        (NetworkId, Network, Geometry, Phases, Normalisation, Device) = (networkId, network, geometry, phases, normalisation, device);

    internal string NetworkId { get; }

    /// <summary>In evaluation mode.</summary>
    internal nn.Module<Tensor, Tensor> Network { get; }

    internal NetworkGeometry Geometry { get; }

    internal PhaseTable Phases { get; }

    internal Normalisation Normalisation { get; }

    internal Device Device { get; }

    /// <exception cref="UserException">The folder holds no usable run, or its network is not there.</exception>
    internal static TrainedModel Open(string path, WeightsChoice choice, IContributions contributions, Device device)
    {
        if (path.Length == 0)
            throw new UserException("Give the run folder of a training, or a TorchScript file (.pt), as --model.");
        if (path.EndsWith(TorchScriptFile.Extension, StringComparison.OrdinalIgnoreCase) && !Directory.Exists(path))
            return OpenScript(path, device);
        var folder = new RunFolder(path);
        var record = folder.ReadRecord();
        var weights = choice == WeightsChoice.Best ? folder.BestWeightsPath : folder.LastWeightsPath;
        if (!File.Exists(weights))
            throw new UserException($"The run in '{path}' has no weights yet: its first epoch did not end. Resume the training, or give another run.");
        var network = contributions.Get<INetwork>(record.Network);
        var options = network.Options.Bind(record.NetworkOptions);
        var module = network.Build(record.Inputs, record.Phases.Count, options);
        try
        {
            module.load(weights);
            module = module.to(device);
            module.eval();
            return new TrainedModel(record.Network, module, network.Geometry(options), record.Phases, record.Normalisation, device);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException or FormatException
            or ExternalException)
        {
            module.Dispose();
            throw new UserException($"The weights '{weights}' cannot be loaded into {record.Network} ({cause.Message}). "
                + "The file is damaged, or the network is of another version than the one that was trained.", cause);
        }
    }

    // A script brings all that a run folder holds: its weights, and in its sidecar the phases and the normalisation.
    private static TrainedModel OpenScript(string path, Device device)
    {
        var file = TorchScriptFile.Read(path);
        if (file.Inputs != 1 || file.Geometry.Dimensions != 2)
        {
            throw new UserException($"'{path}' takes {file.Inputs} input channel(s) of {file.Geometry.Dimensions} dimensions; "
                + "only networks that take one grey slice can predict here.");
        }
        var module = new TorchScriptNetwork(file).Build(inputs: 1, file.Phases.Count, new object()).to(device);
        module.eval();
        var normalisation = new Normalisation(file.Normalisation, file.NormalisationOffset, file.NormalisationScale);
        return new TrainedModel(file.Id, module, file.Geometry, file.Phases, normalisation, device);
    }

    /// <summary>Frees the weights.</summary>
    public void Dispose() => Network.Dispose();
}
