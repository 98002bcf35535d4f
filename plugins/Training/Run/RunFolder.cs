using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Run;

/// <summary>The folder that holds everything of a training run.</summary>
internal sealed class RunFolder
{
    internal RunFolder(string path) => Path = path;

    internal string Path { get; }

    internal string RecordPath => In("run.json");

    internal string MetricsPath => In("metrics.csv");

    internal string BestWeightsPath => In("best.weights");

    internal string LastWeightsPath => In("last.weights");

    internal string WeightsPath(Predict.WeightsChoice choice) => choice == Predict.WeightsChoice.Best ? BestWeightsPath : LastWeightsPath;

    internal string TestPath => In("test.json");

    internal string TestTablePath => In("test.csv");

    internal string PreviewPath => In("preview");

    internal string CheckpointPath => In("last.checkpoint");

    internal bool HasRun => File.Exists(RecordPath);

    /// <summary>Makes the folder, unless it is there.</summary>
    /// <exception cref="UserException">It cannot be made.</exception>
    internal void Create()
    {
        try
        {
            Directory.CreateDirectory(Path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UserException($"The run folder '{Path}' cannot be made: {cause.Message} Choose another.", cause);
        }
    }

    internal void WriteRecord(RunRecord record) => AtomicFile.Write(RecordPath, stream =>
    {
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        record.ToJson().WriteTo(writer);
    });

    /// <exception cref="UserException">There is no run here, or its record cannot be read.</exception>
    internal RunRecord ReadRecord()
    {
        if (!HasRun)
            throw new UserException($"'{Path}' is no run folder: it holds no run.json. Give the folder that train.network wrote.");
        try
        {
            return RunRecord.Parse(File.ReadAllText(RecordPath));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UserException($"'{RecordPath}' cannot be read: {cause.Message}.", cause);
        }
    }

    /// <summary>One line per epoch.</summary>
    internal void WriteMetrics(IReadOnlyList<EpochRecord> epochs, PhaseTable phases) => AtomicFile.Write(MetricsPath, stream =>
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        // In a run that an older version of the program began, the first epochs lack some columns.
        var further = epochs.SelectMany(epoch => epoch.Further.Select(item => item.Key)).Distinct().ToList();
        writer.WriteLine("epoch,step,learning rate,training loss,validation accuracy,validation mean IoU,"
            + string.Concat(phases.Select(phase => Quote($"IoU {phase.Name}") + ",")) + string.Concat(further.Select(name => Quote(name) + ",")) + "seconds");
        foreach (var epoch in epochs)
        {
            var values = epoch.Further.ToDictionary();
            writer.WriteLine(string.Join(',', [$"{epoch.Number}", $"{epoch.Step}", $"{epoch.LearningRate:0.########}", $"{epoch.Loss:0.######}",
                $"{epoch.Accuracy:0.######}", $"{epoch.MeanIntersectionOverUnion:0.######}",
                .. epoch.IntersectionsOverUnion.Select(share => $"{share:0.######}"),
                .. further.Select(name => $"{values.GetValueOrDefault(name):0.########}"), $"{epoch.Seconds:0.00}"]));
        }
    });

    internal static string Quote(string text) => text.AsSpan().ContainsAny(",\"\n") ? $"\"{text.Replace("\"", "\"\"")}\"" : text;

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
