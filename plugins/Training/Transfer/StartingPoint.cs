using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Predict;
using VolumeViewer.Plugins.Training.Run;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Transfer;

/// <summary>The network of a finished or stopped run, from which another training starts.</summary>
internal sealed class StartingPoint : IDisposable
{
    private readonly string _path;
    private readonly WeightsChoice _choice;
    private readonly string _sha256;
    private readonly nn.Module<Tensor, Tensor> _network;

    private StartingPoint(string path, WeightsChoice choice, string sha256, RunRecord record, nn.Module<Tensor, Tensor> network) =>
        (_path, _choice, _sha256, Record, _network) = (path, choice, sha256, record, network);

    /// <summary>Of the run.</summary>
    internal RunRecord Record { get; }

    /// <exception cref="UserException">The folder holds no run with weights, or its network is not there.</exception>
    internal static StartingPoint Open(string path, WeightsChoice choice, IContributions contributions)
    {
        var folder = new RunFolder(path);
        var record = folder.ReadRecord();
        var weights = folder.WeightsPath(choice);
        if (!File.Exists(weights))
            throw new UserException($"--start-from: the run in '{path}' has no weights yet: its first epoch did not end. Resume it, or give another run.");
        var network = contributions.Get<INetwork>(record.Network);
        var module = network.Build(record.Inputs, record.Phases.Count, network.Options.Bind(record.NetworkOptions));
        try
        {
            module.load(weights);
            return new StartingPoint(path, choice, DataFile.Of("weights", weights).Sha256, record, module);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException or FormatException
            or ExternalException)
        {
            module.Dispose();
            throw new UserException($"--start-from: the weights '{weights}' cannot be loaded into {record.Network} ({cause.Message}). "
                + "The file is damaged, or the network is of another version than the one that was trained.", cause);
        }
    }

    /// <summary>Gives a network the weights of this one where they fit, as <see cref="StageRestorer"/> says.</summary>
    internal IReadOnlyList<StageOutcome> Restore(nn.Module target, StageSelection wanted, int inputs, int phases) =>
        StageRestorer.Restore(target, _network, wanted, Record.Inputs != inputs, Record.Phases.Count != phases);

    /// <summary>As run.json keeps it.</summary>
    internal JsonObject ToJson(IReadOnlyList<StageOutcome> outcomes) => new()
    {
        ["run"] = _path,
        ["weights"] = ParameterSchema.KebabCase(_choice.ToString()),
        ["sha256"] = _sha256,
        ["restored"] = Names(outcomes.Where(outcome => outcome.Restored)),
        ["fresh"] = Names(outcomes.Where(outcome => !outcome.Restored)),
    };

    /// <exception cref="UserException">The run being resumed started from other weights than these.</exception>
    internal void CheckSame(JsonObject? earlier)
    {
        if (earlier is not null && (string?)earlier["sha256"] != _sha256)
            throw new UserException($"--start-from: the weights in '{_path}' are no longer those that the run to be resumed started from; start it anew in another folder.");
    }

    /// <summary>Frees the weights.</summary>
    public void Dispose() => _network.Dispose();

    private static JsonArray Names(IEnumerable<StageOutcome> outcomes) => new([.. outcomes.Select(outcome => (JsonNode)outcome.Stage.Name)]);
}
