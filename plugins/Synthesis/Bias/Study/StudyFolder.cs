using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Study;

/// <summary>The files of a study.</summary>
internal sealed class StudyFolder
{
    private readonly string _path;

    private StudyFolder(string path) => _path = path;

    /// <summary>The report.</summary>
    internal string Report => Path.Combine(_path, "report.html");

    /// <summary>The values of all runs.</summary>
    internal string Csv => Path.Combine(_path, "study.csv");

    /// <summary>Opens a folder that is new, or holds the same study.</summary>
    /// <param name="context">Of the operation.</param>
    /// <param name="parameters">Of the study; the values, without "resume".</param>
    /// <param name="truth">Its labels.</param>
    /// <param name="grey">Its grey values.</param>
    /// <param name="resume">Whether the folder may hold a study already.</param>
    /// <exception cref="UserException">There is another study, or one that is not to be gone on with.</exception>
    internal static StudyFolder Open(OperationContext context, IReadOnlyDictionary<string, string> parameters, LabelVolume truth, IVolumeSource grey, bool resume)
    {
        var folder = new StudyFolder(context.OutputPath ?? throw new UserException("Give the folder of the study as --out."));
        var record = new JsonObject { ["data"] = Hash(truth, grey, context.CancellationToken) };
        foreach (var (name, value) in parameters.Where(pair => pair.Key != "resume"))
            record[name] = value;
        var path = Path.Combine(folder._path, "study.json");
        if (File.Exists(path))
        {
            if (!resume)
                throw new UserException($"'{folder._path}' holds a study already. Give another folder as --out, delete this one, or go on with it by --resume true.");
            folder.CheckSame(JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? [], record);
            return folder;
        }
        foreach (var part in (string[])["annotators", "trainings", "predictions", "properties"])
            Directory.CreateDirectory(Path.Combine(folder._path, part));
        Write(path, Encoding.UTF8.GetBytes(record.ToString()));
        return folder;
    }

    /// <summary>The labels of an annotator.</summary>
    internal string Labels(int annotator) => Path.Combine(_path, "annotators", $"annotator-{annotator + 1}.tif");

    /// <summary>The folder of a training.</summary>
    internal string Training(StudyRun run) => Path.Combine(_path, "trainings", run.Name);

    /// <summary>What its network predicts.</summary>
    internal string Prediction(StudyRun run) => Path.Combine(_path, "predictions", run.Name + ".tif");

    /// <summary>What that came to.</summary>
    internal string Outcome(string name) => Path.Combine(_path, "properties", name + ".json");

    /// <summary>A volume that is made of all runs.</summary>
    internal string Volume(string name) => Path.Combine(_path, name + ".tif");

    /// <summary>Writes a file whole or not at all.</summary>
    /// <exception cref="UserException">It cannot be written.</exception>
    internal static void Write(string path, byte[] bytes)
    {
        var temporary = path + ".tmp";
        try
        {
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"'{path}' cannot be written: {cause.Message} Free some space, or choose another folder.", cause);
        }
    }

    private void CheckSame(JsonObject was, JsonObject now)
    {
        var changed = now.Where(pair => (string?)was[pair.Key] != (string?)pair.Value).ToList();
        if (changed.Exists(pair => pair.Key == "data"))
            throw new UserException($"The study in '{_path}' was made of other volumes; give the same ones, or another folder as --out.");
        if (changed.Count > 0)
        {
            throw new UserException($"The study in '{_path}' cannot be resumed with other parameters: "
                + $"{string.Join(", ", changed.Select(pair => $"{pair.Key} (was '{was[pair.Key]}', is '{pair.Value}')"))}. Give the same ones, or another folder as --out.");
        }
    }

    private static string Hash(LabelVolume truth, IVolumeSource grey, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var row = new float[grey.Shape.SliceLength];
        for (var z = 0; z < truth.Shape.Depth; z++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            grey.ReadSlice(z, row);
            hash.AppendData(truth.Slice(z));
            hash.AppendData(MemoryMarshal.AsBytes<float>(row));
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
