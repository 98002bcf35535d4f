using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Plugins.Training.Run;

/// <summary>What run.json says: everything needed to repeat the run, and to predict with its weights.</summary>
internal sealed record RunRecord
{
    internal const string Running = "running";
    internal const string Cancelled = "cancelled";
    internal const string Finished = "finished";

    // Goes up when an older program could misread the file.
    private const int Format = 1;

    internal required string State { get; init; }
    internal required DateTimeOffset Started { get; init; }
    internal required IReadOnlyDictionary<string, string> Versions { get; init; }
    internal required IReadOnlyDictionary<string, string> Parameters { get; init; }
    internal required string Network { get; init; }
    internal required IReadOnlyDictionary<string, string> NetworkOptions { get; init; }
    internal required long NetworkParameters { get; init; }
    /// <summary>Channels of the network's input.</summary>
    internal int Inputs { get; init; } = 1;

    /// <summary>Slices on either side that are given with the one to be labelled.</summary>
    internal int Neighbours { get; init; }

    internal required PhaseTable Phases { get; init; }
    internal required Normalisation Normalisation { get; init; }
    internal required IReadOnlyList<DataFile> Files { get; init; }
    internal required int StepsPerEpoch { get; init; }
    internal required int TotalSteps { get; init; }
    internal int StepsDone { get; init; }
    internal double Seconds { get; init; }
    internal EpochRecord? Best { get; init; }

    /// <summary>The run that this one started from, and the stages taken from it; null for one from scratch.</summary>
    internal JsonObject? Transfer { get; init; }

    /// <summary>The stages that do not learn.</summary>
    internal IReadOnlyList<string> Frozen { get; init; } = [];

    // Built by hand, not by a serializer: those keep caches of the plugin's types, and the plugin could not be unloaded.
    internal JsonObject ToJson() => new()
    {
        ["format"] = Format,
        ["state"] = State,
        ["started"] = Started.ToString("O"),
        ["seconds"] = Math.Round(Seconds, 2),
        ["versions"] = Texts(Versions),
        ["parameters"] = Texts(Parameters),
        ["network"] = new JsonObject { ["id"] = Network, ["inputs"] = Inputs, ["neighbours"] = Neighbours, ["parameters"] = NetworkParameters, ["options"] = Texts(NetworkOptions) },
        ["phases"] = new JsonArray([.. Phases.Select(phase =>
            (JsonNode)new JsonObject { ["name"] = phase.Name, ["value"] = phase.FileValue, ["colour"] = phase.Color.ToString() })]),
        ["normalisation"] = new JsonObject
        {
            ["kind"] = ParameterSchema.KebabCase(Normalisation.Kind.ToString()),
            ["offset"] = Normalisation.Offset,
            ["scale"] = Normalisation.Scale,
        },
        ["data"] = new JsonArray([.. Files.Select(file =>
            (JsonNode)new JsonObject { ["role"] = file.Role, ["file"] = file.Name, ["sha256"] = file.Sha256 })]),
        ["steps-per-epoch"] = StepsPerEpoch,
        ["total-steps"] = TotalSteps,
        ["steps-done"] = StepsDone,
        ["best"] = Best is null ? null : new JsonObject
        {
            ["epoch"] = Best.Number,
            ["step"] = Best.Step,
            ["validation-accuracy"] = Best.Accuracy,
            ["validation-mean-iou"] = Best.MeanIntersectionOverUnion,
        },
        ["transfer"] = Transfer?.DeepClone(),
        ["frozen"] = new JsonArray([.. Frozen.Select(stage => (JsonNode)stage)]),
    };

    /// <summary>Reads what <see cref="ToJson"/> made. The best epoch stays in the metrics.</summary>
    /// <exception cref="FormatException">Something is missing, or of another kind.</exception>
    internal static RunRecord Parse(string json)
    {
        try
        {
            var root = JsonNode.Parse(json)!;
            if ((int)root["format"]! != Format)
                throw new FormatException($"its format is {root["format"]}, this program reads {Format}");
            var (network, normalisation) = (root["network"]!, root["normalisation"]!);
            return new RunRecord
            {
                State = (string)root["state"]!,
                Started = DateTimeOffset.Parse((string)root["started"]!, null, DateTimeStyles.RoundtripKind),
                Seconds = (double)root["seconds"]!,
                Versions = Texts(root["versions"]),
                Parameters = Texts(root["parameters"]),
                Network = (string)network["id"]!,
                NetworkOptions = Texts(network["options"]),
                NetworkParameters = (long)network["parameters"]!,
                Inputs = (int?)network["inputs"] ?? 1,
                Neighbours = (int?)network["neighbours"] ?? 0,
                Phases = new PhaseTable(root["phases"]!.AsArray().Select(phase =>
                    new Phase((string)phase!["name"]!, Rgba.Parse((string)phase["colour"]!), (long)phase["value"]!))),
                Normalisation = new Normalisation(Kind((string)normalisation["kind"]!), (double)normalisation["offset"]!, (double)normalisation["scale"]!),
                Files = [.. root["data"]!.AsArray().Select(file => new DataFile((string)file!["role"]!, (string)file["file"]!, (string)file["sha256"]!))],
                StepsPerEpoch = (int)root["steps-per-epoch"]!,
                TotalSteps = (int)root["total-steps"]!,
                StepsDone = (int)root["steps-done"]!,
                Transfer = root["transfer"]?.DeepClone().AsObject(),
                Frozen = [.. root["frozen"]?.AsArray().Select(stage => (string)stage!) ?? []],
            };
        }
        catch (Exception cause) when (cause is JsonException or NullReferenceException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("it is damaged or incomplete", cause);
        }
    }

    private static NormalisationKind Kind(string name) => Enum.GetValues<NormalisationKind>().Cast<NormalisationKind?>()
        .FirstOrDefault(kind => ParameterSchema.KebabCase(kind!.Value.ToString()) == name)
        ?? throw new FormatException($"it names an unknown normalisation '{name}'");

    private static JsonObject Texts(IReadOnlyDictionary<string, string> texts) =>
        new(texts.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)JsonValue.Create(pair.Value))));

    private static Dictionary<string, string> Texts(JsonNode? node) => node!.AsObject().ToDictionary(pair => pair.Key, pair => (string)pair.Value!);
}
