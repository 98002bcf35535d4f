using System.Runtime.InteropServices;

using TorchSharp;

using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Predict.Speed;
using VolumeViewer.Plugins.Training.Run;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Predict;

/// <summary>A network with the weights of a run, or of a TorchScript file, ready to predict.</summary>
internal sealed class TrainedModel : IDisposable
{
    private TrainedModel(
        string networkId, nn.Module<Tensor, Tensor> network, NetworkGeometry geometry, PhaseTable phases, Normalisation normalisation, Device device, int inputs)
    {
        (NetworkId, Network, Geometry, Phases, Normalisation, Device) = (networkId, network, geometry, phases, normalisation, device);
        Inputs = inputs;
    }

    internal string NetworkId { get; }

    /// <summary>In evaluation mode.</summary>
    internal nn.Module<Tensor, Tensor> Network { get; }

    internal NetworkGeometry Geometry { get; }

    internal PhaseTable Phases { get; }

    internal Normalisation Normalisation { get; }

    internal Device Device { get; }

    /// <summary>Channels of the input: for networks of two dimensions the slice, and as many on either side.</summary>
    internal int Inputs { get; }

    /// <summary>Slices on either side that are given with the one to be labelled.</summary>
    internal int Neighbours => Geometry.Dimensions == 2 ? Inputs / 2 : 0;

    /// <summary>Whether the weights are laid out by <see cref="ChannelsLast"/>.</summary>
    internal bool HasChannelsLast { get; private set; }

    /// <summary>The file of the weights.</summary>
    internal required string WeightsPath { get; init; }

    /// <summary>Folds and lays out the network for prediction; its layers and weights are no longer those of the training then.</summary>
    internal void MakeFast()
    {
        NetworkFolding.Fold(Network);
        HasChannelsLast = Device.type == DeviceType.CPU && Geometry.Dimensions == 2 && ChannelsLast.LayOut(Network);
    }

    /// <summary>Computes in half precision from now on, which graphics cards do several times faster; sums inside of a layer stay in single precision.</summary>
    internal void UseHalfPrecision() => Network.to(ScalarType.Float16);

    /// <summary>The model as one that labels blocks.</summary>
    /// <param name="patchSize">Edge of the patches' cores, or 0 to choose.</param>
    internal WindowEngine Engine(int patchSize) => new(Network, Geometry, Device, patchSize, HasChannelsLast);

    /// <summary>The models of a list of run folders and TorchScript files, with semicolons between them, made fast.</summary>
    /// <exception cref="UserException">One cannot be used, or they cannot be averaged: their phases or dimensions differ.</exception>
    internal static IReadOnlyList<TrainedModel> OpenAll(string paths, WeightsChoice choice, IContributions contributions, Device device)
    {
        var models = new List<TrainedModel>();
        try
        {
            foreach (var path in paths.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty(""))
            {
                models.Add(Open(path, choice, contributions, device));
                models[^1].MakeFast();
                var (first, last) = (models[0], models[^1]);
                if (!first.Phases.Select(phase => (phase.Name, phase.FileValue)).SequenceEqual(last.Phases.Select(phase => (phase.Name, phase.FileValue))))
                {
                    throw new UserException($"The model '{path}' has the phases {Names(last)}, and the first one {Names(first)}. "
                        + "Only models of the same phases can be averaged.");
                }
                if (first.Geometry.Dimensions != last.Geometry.Dimensions)
                {
                    throw new UserException($"The model '{path}' labels in {last.Geometry.Dimensions} dimensions, and the first one in "
                        + $"{first.Geometry.Dimensions}. Average models of the same dimensions.");
                }
            }
            return models;
        }
        catch
        {
            foreach (var model in models)
                model.Dispose();
            throw;
        }

        static string Names(TrainedModel model) => string.Join(", ", model.Phases.Select(phase => phase.Name));
    }

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
            return new TrainedModel(record.Network, module, network.Geometry(options), record.Phases, record.Normalisation, device, record.Inputs)
            {
                WeightsPath = weights,
            };
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
        if (file.Geometry.Dimensions == 3 ? file.Inputs != 1 : file.Inputs % 2 == 0)
        {
            throw new UserException($"'{path}' takes {file.Inputs} input channel(s) of {file.Geometry.Dimensions} dimensions; networks of two dimensions "
                + "are given a slice and as many on either side (1, 3, 5 … channels), networks of three dimensions one channel.");
        }
        var module = new TorchScriptNetwork(file).Build(file.Inputs, file.Phases.Count, new object()).to(device);
        module.eval();
        var normalisation = new Normalisation(file.Normalisation, file.NormalisationOffset, file.NormalisationScale);
        return new TrainedModel(file.Id, module, file.Geometry, file.Phases, normalisation, device, file.Inputs) { WeightsPath = path };
    }

    /// <summary>Frees the weights.</summary>
    public void Dispose() => Network.Dispose();
}
