using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

using VolumeViewer.Host.History;
using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Projects;

/// <summary>
/// A project that is about to be written. What is cheap is taken at once, on the viewer's thread; the voxels are written by <see cref="Write"/>, which may
/// run in the background. The project file is renamed last: whatever happens before leaves the old project as it was.
/// </summary>
internal sealed class ProjectWriting
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<(Layer Layer, ILayerKeeper Keeper, JsonObject Entry, long Changes)> _toStore = [];
    private readonly List<(string From, JsonObject Entry)> _toCopy = [];
    private readonly JsonObject _root = [];
    private readonly string _path;

    private ProjectWriting(string path) => _path = path;

    /// <summary>Layers of kinds that cannot be kept; they are not in the file.</summary>
    public List<string> Lost { get; } = [];

    /// <summary>The layers that are not there, as they are written.</summary>
    public List<AbsentLayer> Absent { get; } = [];

    /// <summary>Takes down what the viewer shows.</summary>
    /// <param name="path">The project file to write.</param>
    /// <param name="viewer">What is shown.</param>
    /// <param name="state">The project so far.</param>
    /// <param name="history">Knows which run made which layer; null leaves that out.</param>
    public static ProjectWriting Of(string path, Viewer viewer, ProjectState state, RunHistory? history = null)
    {
        var writing = new ProjectWriting(Path.GetFullPath(path));
        var entries = viewer.Layers.Where(layer => !layer.IsTemporary).Select(layer => writing.EntryOf(layer, state, history)).OfType<JsonObject>().ToList();
        foreach (var absent in state.Absent.OrderBy(absent => absent.Place))
        {
            var entry = writing.EntryOf(absent, state);
            writing.Absent.Add(absent with { Entry = entry });
            entries.Insert(Math.Clamp(absent.Place, 0, entries.Count), entry);
        }
        var root = writing._root;
        root["format"] = ProjectState.CurrentFormat;
        root["program"] = "VolumeViewer";
        root["saved"] = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ");
        root["layers"] = new JsonArray([.. entries]);
        root["viewer"] = Merged(PropertyJson.Write(viewer), state.LeftOfViewer);
        foreach (var (name, part) in state.Parts.Where(part => !root.ContainsKey(part.Key)))
            root[name] = part?.DeepClone();
        var made = viewer.Layers.Select(layer => history?.OriginOf(layer)?.Record).OfType<OperationRecord>();
        root["history"] = new JsonArray([.. state.Records.Concat(history?.Session ?? []).Concat(made).DistinctBy(record => record.Id).OrderBy(record => record.Started)
            .Select(record => JsonSerializer.SerializeToNode(record, RecordJson.Options))]);
        return writing;
    }

    /// <summary>Writes the voxels that have no file, and then the project.</summary>
    /// <exception cref="UserException">It cannot be written; the old project is as it was.</exception>
    public void Write(IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        OutputPath.Check(_path);
        var (folder, made) = (ProjectPaths.DataFolder(_path), new List<string>());
        try
        {
            if (_toStore.Count + _toCopy.Count > 0)
                Directory.CreateDirectory(folder);
            for (var i = 0; i < _toStore.Count; i++)
            {
                var (layer, keeper, entry, changes) = _toStore[i];
                var target = Path.Combine(folder, ProjectPaths.NewDataName(layer.Name));
                made.Add(target);
                if (VoxelChanges.StoredAt(layer) is { } stored)
                    File.Copy(stored, target);
                else
                    keeper.Store(layer, target, new Part(progress, i, _toStore.Count, layer.Name), cancellationToken);
                entry["stored"] = ProjectPaths.ToProject(_path, target);
                VoxelChanges.TellStored(layer, target, changes);
            }
            foreach (var (from, entry) in _toCopy)
            {
                var target = Path.Combine(folder, Path.GetFileName(from));
                if (!File.Exists(target))
                    File.Copy(from, target);
                entry["stored"] = ProjectPaths.ToProject(_path, target);
            }
            cancellationToken.ThrowIfCancellationRequested();
            OutputPath.WriteAllBytes(_path, Encoding.UTF8.GetBytes(_root.ToJsonString(Readable) + "\n"));
        }
        catch (Exception problem)
        {
            made.ForEach(TryDelete);
            if (problem is IOException or UnauthorizedAccessException)
                throw new UserException($"The project '{_path}' cannot be written: {problem.Message}", problem);
            throw;
        }
        DeleteUnused(folder);
    }

    private JsonObject? EntryOf(Layer layer, ProjectState state, RunHistory? history)
    {
        if (LayerKeepers.Of(layer) is not { } keeper)
        {
            Lost.Add(layer.Name);
            return null;
        }
        var entry = new JsonObject { ["id"] = LayerIds.Of(layer), ["kind"] = keeper.Kind };
        if (layer.Origin.Length > 0)
            entry["origin"] = layer.Origin;
        if (DataFile.Of(layer) is { } file)
        {
            entry["files"] = new JsonArray([.. file.Paths.Zip(file.Stamps, FileEntry)]);
            if (file.Reader is { } reader)
                entry["reader"] = reader;
            if (file.FileValues is { } fileValues)
                entry["fileValues"] = ValueJson.Write(fileValues, typeof(IReadOnlyList<long>));
        }
        if (history?.OriginOf(layer) is { } origin)
            entry["run"] = origin.Record.Id;
        if (keeper.NeedsStore(layer))
        {
            // What was stored before and has not changed since stays where it is.
            if (VoxelChanges.StoredAt(layer) is { } stored && Path.GetDirectoryName(stored) == ProjectPaths.DataFolder(_path))
                entry["stored"] = ProjectPaths.ToProject(_path, stored);
            else
                _toStore.Add((layer, keeper, entry, VoxelChanges.Of(layer)));
        }
        entry["properties"] = Merged(LayerKeepers.PropertiesOf(layer), state.LeftOf(layer));
        return entry;
    }

    private JsonObject FileEntry(string path, DataStamp stamp) => new()
    {
        ["path"] = ProjectPaths.ToProject(_path, path),
        ["last"] = path,
        ["bytes"] = stamp.Bytes,
        ["modified"] = stamp.Modified.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ"),
        ["fingerprint"] = stamp.Fingerprint,
    };

    // As it was, with its paths seen from where the project is written now.
    private JsonObject EntryOf(AbsentLayer absent, ProjectState state)
    {
        var entry = (JsonObject)absent.Entry.DeepClone();
        if (state.Path is not { } old || Path.GetDirectoryName(old) == Path.GetDirectoryName(_path))
            return entry;
        foreach (var file in (entry["files"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if ((string?)file["path"] is { } path)
                file["path"] = ProjectPaths.ToProject(_path, ProjectPaths.ToFull(old, path));
        }
        if ((string?)entry["stored"] is { } stored)
        {
            var full = ProjectPaths.ToFull(old, stored);
            entry["stored"] = ProjectPaths.ToProject(_path, full);
            if (File.Exists(full))
                _toCopy.Add((full, entry));
        }
        return entry;
    }

    private static JsonObject Merged(JsonObject known, JsonObject left)
    {
        foreach (var (name, value) in left)
        {
            if (known[name] is JsonObject inner && value is JsonObject more)
                Merged(inner, more);
            else if (!known.ContainsKey(name) || known[name] is null)
                known[name] = value?.DeepClone();
        }
        return known;
    }

    // Voxels of layers that were changed or removed since: no project refers to them any more.
    private void DeleteUnused(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        var used = _root["layers"]!.AsArray().Select(entry => (string?)entry!["stored"]).OfType<string>().Select(path => ProjectPaths.ToFull(_path, path)).ToHashSet();
        foreach (var file in Directory.EnumerateFiles(folder, "*" + VoxelFile.Extension).Where(file => !used.Contains(Path.GetFullPath(file))).ToList())
            TryDelete(file);
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // It is only in the way; the next save tries again.
        }
    }

    private sealed class Part(IProgress<JobProgress>? progress, int index, int count, string name) : IProgress<double>
    {
        public void Report(double value) => progress?.Report(new JobProgress((index + value) / count, $"writing {name}"));
    }
}
