using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

using TorchSharp;

using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Run;

/// <summary>
/// The state of a run between two steps: weights, the optimiser's moments, and how it went. The random numbers of a step follow from the seed and the
/// step, so the number of steps done is all that needs keeping of them.
/// </summary>
internal static class Checkpoint
{
    private static ReadOnlySpan<byte> Magic => "VVTRAIN1"u8;

    internal static void Write(string path, torch.nn.Module<torch.Tensor, torch.Tensor> network, Optimiser optimiser, TrainingHistory history, double seconds) =>
        AtomicFile.Write(path, stream =>
        {
            using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
            writer.Write(Magic);
            writer.Write(HistoryJson(history, seconds));
            writer.Write(history.Losses.Count);
            foreach (var loss in history.Losses)
                writer.Write(loss);
            WriteBlock(writer, StateBytes.Of(network));
            WriteBlock(writer, optimiser.State());
        });

    /// <summary>Puts network and optimiser back into the state that was written.</summary>
    /// <exception cref="UserException">The file cannot be read, or belongs to another network.</exception>
    internal static TrainingHistory Read(string path, torch.nn.Module<torch.Tensor, torch.Tensor> network, Optimiser optimiser, BestBy bestBy)
    {
        try
        {
            using var reader = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
            if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic))
                throw new InvalidDataException("it is no checkpoint");
            var json = JsonNode.Parse(reader.ReadString())!;
            var history = new TrainingHistory(bestBy)
            {
                EarlierSeconds = (double)json["seconds"]!,
                GradientNorms = [.. json["gradient-norms"]?.AsArray().Select(norm => (double)norm!) ?? []],
            };
            for (var count = reader.ReadInt32(); count > 0; count--)
                history.AddLoss(reader.ReadSingle());
            foreach (var epoch in json["epochs"]!.AsArray())
                history.AddEpoch(ParseEpoch(epoch!));
            StateBytes.Restore(network, ReadBlock(reader));
            optimiser.Restore(ReadBlock(reader));
            return history;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or ArgumentException
            or NullReferenceException or FormatException)
        {
            throw new UserException($"The checkpoint '{path}' cannot be read ({cause.Message}); start the run anew in another folder.", cause);
        }
    }

    private static void WriteBlock(BinaryWriter writer, byte[] bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    private static byte[] ReadBlock(BinaryReader reader)
    {
        var length = reader.ReadInt32();
        var bytes = length >= 0 ? reader.ReadBytes(length) : [];
        return bytes.Length == length ? bytes : throw new EndOfStreamException("it ends too early");
    }

    private static string HistoryJson(TrainingHistory history, double seconds) => new JsonObject
    {
        ["seconds"] = seconds,
        ["gradient-norms"] = new JsonArray([.. history.GradientNorms.Select(norm => (JsonNode)norm)]),
        ["epochs"] = new JsonArray([.. history.Epochs.Select(epoch => (JsonNode)new JsonObject
        {
            ["number"] = epoch.Number,
            ["step"] = epoch.Step,
            ["rate"] = epoch.LearningRate,
            ["loss"] = epoch.Loss,
            ["accuracy"] = epoch.Accuracy,
            ["iou"] = new JsonArray([.. epoch.IntersectionsOverUnion.Select(share => (JsonNode?)share)]),
            ["seconds"] = epoch.Seconds,
            ["further"] = new JsonObject(epoch.Further.Select(item => KeyValuePair.Create(item.Key, (JsonNode?)item.Value))),
        })]),
    }.ToJsonString();

    private static EpochRecord ParseEpoch(JsonNode epoch) => new((int)epoch["number"]!, (int)epoch["step"]!, (double)epoch["rate"]!, (double)epoch["loss"]!,
        (double)epoch["accuracy"]!, [.. epoch["iou"]!.AsArray().Select(share => (double?)share)], (double)epoch["seconds"]!)
    {
        Further = [.. epoch["further"]?.AsObject().Select(item => KeyValuePair.Create(item.Key, (double?)item.Value)) ?? []],
    };
}
