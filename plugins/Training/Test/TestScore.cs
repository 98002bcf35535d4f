using System.Text.Json.Nodes;

using VolumeViewer.Plugins.Training.Predict;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Test;

/// <summary>How well one of a run's weights labels slices that it has not seen.</summary>
/// <param name="Weights">Which of the run's weights.</param>
/// <param name="Accuracy">Share of right voxels among those labelled.</param>
/// <param name="Phases">By phase.</param>
/// <param name="InterfaceAreaError">Differences of the areas of all interfaces, as a share of the area labelled; null without any.</param>
internal sealed record TestScore(WeightsChoice Weights, double Accuracy, IReadOnlyList<TestPhase> Phases, double? InterfaceAreaError)
{
    /// <summary>Mean over the phases that have one.</summary>
    internal double MeanIntersectionOverUnion => Phases.Average(phase => phase.IntersectionOverUnion) ?? 0;

    internal string WeightsName => ParameterSchema.KebabCase(Weights.ToString());

    internal JsonObject ToJson() => new()
    {
        ["weights"] = WeightsName,
        ["accuracy"] = Accuracy,
        ["mean-iou"] = MeanIntersectionOverUnion,
        ["interface-area-error"] = InterfaceAreaError,
        ["phases"] = new JsonArray([.. Phases.Select(phase => (JsonNode)new JsonObject
        {
            ["name"] = phase.Name,
            ["iou"] = phase.IntersectionOverUnion,
            ["volume-fraction"] = phase.VolumeFraction,
            ["labelled-volume-fraction"] = phase.LabelledVolumeFraction,
        })]),
    };

    internal static TestScore Parse(JsonNode json) => new(
        Enum.GetValues<WeightsChoice>().First(choice => ParameterSchema.KebabCase(choice.ToString()) == (string?)json["weights"]),
        (double)json["accuracy"]!,
        [.. json["phases"]!.AsArray().Select(phase => new TestPhase(
            (string)phase!["name"]!, (double?)phase["iou"], (double)phase["volume-fraction"]!, (double)phase["labelled-volume-fraction"]!))],
        (double?)json["interface-area-error"]);
}
