using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Run;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Test;

/// <summary>The test of a run by slices that it did not learn from, as test.json and test.csv keep it.</summary>
/// <param name="Slices">How many were predicted.</param>
/// <param name="Files">Where they came from.</param>
/// <param name="Scores">One for the last weights and one for the best.</param>
internal sealed record TestReport(int Slices, IReadOnlyList<DataFile> Files, IReadOnlyList<TestScore> Scores)
{
    internal void Write(RunFolder folder)
    {
        AtomicFile.Write(folder.TestPath, stream =>
        {
            using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            ToJson().WriteTo(writer);
        });
        AtomicFile.Write(folder.TestTablePath, stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
            var table = ToTable();
            writer.WriteLine(string.Join(',', table.Columns.Select(column => RunFolder.Quote(column.Name))));
            for (var row = 0; row < table.Rows.Count; row++)
                writer.WriteLine(string.Join(',', table.Columns.Select((_, column) => RunFolder.Quote(table.Text(row, column)))));
        });
    }

    /// <exception cref="UserException">The file is damaged.</exception>
    internal static TestReport Read(RunFolder folder)
    {
        try
        {
            var root = JsonNode.Parse(File.ReadAllText(folder.TestPath))!;
            return new TestReport((int)root["slices"]!,
                [.. root["files"]!.AsArray().Select(file => new DataFile((string)file!["role"]!, (string)file["file"]!, (string)file["sha256"]!))],
                [.. root["scores"]!.AsArray().Select(score => TestScore.Parse(score!))]);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or JsonException or NullReferenceException or InvalidOperationException
            or FormatException)
        {
            throw new UserException($"'{folder.TestPath}' cannot be read ({cause.Message}); delete it, and resume the run to test it again.", cause);
        }
    }

    /// <summary>A row for each of the weights.</summary>
    internal Table ToTable()
    {
        const string format = "0.0000";
        var phases = Scores[0].Phases;
        var table = new Table("Test",
        [
            new TableColumn("Weights"), new TableColumn("Accuracy", "", format), new TableColumn("Mean IoU", "", format),
            .. phases.Select(phase => new TableColumn($"IoU {phase.Name}", "", format)),
            .. phases.Select(phase => new TableColumn($"Volume fraction {phase.Name}", "", format)),
            .. phases.Select(phase => new TableColumn($"Labelled volume fraction {phase.Name}", "", format)),
            new TableColumn("Interface area error", "", format),
        ]);
        foreach (var score in Scores)
        {
            table.Add([score.WeightsName, score.Accuracy, score.MeanIntersectionOverUnion, .. score.Phases.Select(phase => (object?)phase.IntersectionOverUnion),
                .. score.Phases.Select(phase => (object?)phase.VolumeFraction), .. score.Phases.Select(phase => (object?)phase.LabelledVolumeFraction),
                score.InterfaceAreaError]);
        }
        return table;
    }

    private JsonObject ToJson() => new()
    {
        ["slices"] = Slices,
        ["files"] = new JsonArray([.. Files.Select(file =>
            (JsonNode)new JsonObject { ["role"] = file.Role, ["file"] = file.Name, ["sha256"] = file.Sha256 })]),
        ["scores"] = new JsonArray([.. Scores.Select(score => (JsonNode)score.ToJson())]),
    };
}
