using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

using VolumeViewer.Host.History;
using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Projects;

/// <summary>A project that was read: its layers, and what is to be set on a viewer. Whoever reads it owns the layers.</summary>
internal sealed class ProjectReading : IDisposable
{
    private readonly JsonObject _root;
    private readonly string _path;
    private readonly AppServices _services;
    private readonly List<(Layer Layer, JsonObject Entry)> _read = [];
    private readonly Dictionary<string, Layer> _byId = [];
    private readonly List<string> _notices = [];
    private bool _isGivenAway;

    private ProjectReading(string path, JsonObject root, AppServices services)
    {
        (_path, _root, _services) = (path, root, services);
        State = new ProjectState { Path = path };
    }

    /// <summary>What is missing or differs, a sentence each.</summary>
    public IReadOnlyList<string> Notices => _notices;

    public IReadOnlyList<Layer> Layers => [.. _read.Select(pair => pair.Layer)];

    /// <summary>Layers that could not be opened, and what was not understood.</summary>
    public ProjectState State { get; }

    /// <summary>Reads a project and opens the data of its layers.</summary>
    /// <param name="path">The project file.</param>
    /// <param name="services">Reads data.</param>
    /// <param name="folders">Where to search besides for data that were moved.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="ProjectException">The file is damaged, or of a later version. Nothing was opened.</exception>
    public static ProjectReading Of(
        string path, AppServices services, IEnumerable<string>? folders = null, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        path = Path.GetFullPath(path);
        var reading = new ProjectReading(path, Parse(path), services);
        try
        {
            reading.ReadLayers(new DataSearch(Path.GetDirectoryName(path)!, folders ?? []), progress, cancellationToken);
            reading.ReadRest();
            return reading;
        }
        catch
        {
            reading.Dispose();
            throw;
        }
    }

    /// <summary>The file's own content, checked to be a project of a version that is known.</summary>
    /// <exception cref="ProjectException">It is not.</exception>
    public static JsonObject Parse(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ProjectException(path, problem is FileNotFoundException or DirectoryNotFoundException ? "there is no such file." : problem.Message, problem);
        }
        try
        {
            if (JsonNode.Parse(text) is not JsonObject root)
                throw new ProjectException(path, "it is no project file, which holds one JSON object.");
            if (root["format"] is not JsonValue format || !format.TryGetValue<int>(out var number) || root["layers"] is not JsonArray)
                throw new ProjectException(path, "it is no project file: it lacks 'format' or 'layers'.");
            if (number > ProjectState.CurrentFormat)
                throw new ProjectException(path, $"a later version of the program wrote it (format {number}; this one reads up to {ProjectState.CurrentFormat}). Update the program.");
            if (number < 1)
                throw new ProjectException(path, $"its format {number} is not known.");
            return root;
        }
        catch (JsonException problem)
        {
            var where = problem.LineNumber is { } line ? $" in line {line + 1}" : "";
            throw new ProjectException(path, $"it is damaged{where}. If there is a copy of it, use that; the files of voxels beside it are whole by themselves.", problem);
        }
        catch (InvalidOperationException problem)
        {
            throw new ProjectException(path, $"it is damaged: {problem.Message}", problem);
        }
    }

    /// <summary>Puts the layers into a viewer, in place of its own, and sets what the project says of it. To be called on the viewer's thread.</summary>
    /// <returns>The layers that the viewer had; the caller disposes them.</returns>
    public IReadOnlyList<Layer> ApplyTo(Viewer viewer)
    {
        var before = viewer.Layers.ToList();
        viewer.Layers.Clear();
        foreach (var (layer, _) in _read)
            viewer.Layers.Add(layer);
        _isGivenAway = true;
        if (_root["viewer"] is JsonObject entries)
            State.LeftOfViewer = PropertyJson.Read(viewer, entries, Values(), problem => _notices.Add($"The viewer's {problem} It keeps its default."));
        else
            viewer.ResetView();
        RestoreRuns();
        return before;
    }

    public void Dispose()
    {
        if (_isGivenAway)
            return;
        foreach (var (layer, _) in _read)
            layer.Dispose();
    }

    private ValueJson Values() => new(new ValueScope(id => _byId.GetValueOrDefault(id), ColormapOf));

    private Colormap? ColormapOf(string id)
    {
        try
        {
            return _services.Plugins.Get<Colormap>(id);
        }
        catch (UserException)
        {
            return null;
        }
    }

    private void ReadLayers(DataSearch search, IProgress<JobProgress>? progress, CancellationToken cancellationToken)
    {
        var entries = _root["layers"]!.AsArray();
        for (var place = 0; place < entries.Count; place++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (entries[place] is not JsonObject entry)
                throw new ProjectException(_path, $"its layer {place + 1} is no object.");
            progress?.Report(new JobProgress(place / (double)entries.Count, $"reading {NameOf(entry)}"));
            try
            {
                Add(Open(entry, search, cancellationToken), entry);
            }
            catch (Exception problem) when (problem is UserException or FormatException or InvalidOperationException or ArgumentException or IOException or UnauthorizedAccessException)
            {
                State.Absent.Add(new AbsentLayer((JsonObject)entry.DeepClone(), place, problem.Message, problem is MissingDataException));
                _notices.Add($"The layer '{NameOf(entry)}' is not shown: {problem.Message} It stays in the project.");
            }
        }
    }

    private static string NameOf(JsonObject entry) => entry["properties"] is JsonObject properties && properties["name"] is JsonValue name && name.TryGetValue<string>(out var text) ? text : "?";

    private void Add(Layer layer, JsonObject entry)
    {
        if ((string?)entry["id"] is { Length: > 0 } id)
        {
            LayerIds.Set(layer, id);
            _byId[id] = layer;
        }
        _read.Add((layer, entry));
    }

    private Layer Open(JsonObject entry, DataSearch search, CancellationToken cancellationToken)
    {
        var kind = (string?)entry["kind"] ?? "";
        var keeper = LayerKeepers.Find(kind) ?? throw new UserException($"layers of the kind '{kind}' are not known to this version.");
        if ((string?)entry["stored"] is { } stored)
        {
            var full = ProjectPaths.ToFull(_path, stored);
            if (!File.Exists(full))
            {
                full = search.Find(stored, last: null, stamp: null, cancellationToken)
                    ?? throw new MissingDataException($"its voxels are kept in '{stored}' beside the project, and that file is not there. Copy the folder '{Path.GetFileName(ProjectPaths.DataFolder(_path))}' along with the project.");
            }
            var layer = keeper.ReadStored(full, NameOf(entry), entry, Values(), _services, cancellationToken);
            try
            {
                if (entry["files"] is JsonArray { Count: > 0 } own)
                    DataFile.Tell(layer, new DataFile([.. own.Select(file => PathOf(file!, search, cancellationToken) ?? ProjectPaths.ToFull(_path, (string)file!["path"]!))], [.. own.Select(file => StampOf(file!))], (string?)entry["reader"], FileValuesOf(entry)));
                VoxelChanges.TellInFile(layer, -1);
                VoxelChanges.TellStored(layer, full, VoxelChanges.Of(layer));
            }
            catch
            {
                layer.Dispose();
                throw;
            }
            return layer;
        }
        if (entry["files"] is not JsonArray { Count: > 0 } files)
            throw new FormatException("the project does not say where its data are.");
        var paths = files.Select(file => PathOf(file!, search, cancellationToken)
            ?? throw new MissingDataException($"its data '{(string?)file!["path"]}' were not found beside the project, nor where they were last ({(string?)file["last"]}). Copy them back, or name the folder where they are now.")).ToList();
        var data = new DataFile(paths, [.. paths.Select((path, i) => DataStamp.Of(path) ?? StampOf(files[i]!))], (string?)entry["reader"], FileValuesOf(entry));
        var isChanged = false;
        foreach (var (path, i) in paths.Select((path, i) => (path, i)))
        {
            var isOther = !data.Stamps[i].IsSameData(StampOf(files[i]!));
            isChanged |= isOther;
            if (isOther)
                _notices.Add($"'{path}' has changed since the project was saved; the layer '{NameOf(entry)}' shows it as it is now.");
            else if (path != ProjectPaths.ToFull(_path, (string)files[i]!["path"]!))
                _notices.Add($"The data of '{NameOf(entry)}' were found at {path}.");
        }
        var opened = keeper.ReadFile(data, isChanged, NameOf(entry), _services, cancellationToken);
        // Of a file that has other labels by now, those that were found in it.
        DataFile.Tell(opened, data with { FileValues = DataFile.Of(opened)?.FileValues ?? data.FileValues });
        return opened;
    }

    private static string? PathOf(JsonNode file, DataSearch search, CancellationToken cancellationToken) =>
        search.Find((string?)file["path"] ?? throw new FormatException("a file of it has no path."), (string?)file["last"], StampOf(file), cancellationToken);

    private static IReadOnlyList<long>? FileValuesOf(JsonObject entry) => entry["fileValues"] is JsonArray values ? [.. values.Select(value => (long)value!)] : null;

    private static DataStamp StampOf(JsonNode file) => new((long?)file["bytes"] ?? 0,
        DateTime.TryParse((string?)file["modified"], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time) ? time : default,
        (string?)file["fingerprint"] ?? "");

    // Properties after all layers are there, since they may refer to one another.
    private void ReadRest()
    {
        foreach (var (layer, entry) in _read)
        {
            if (entry["properties"] is JsonObject properties)
                State.SetLeft(layer, PropertyJson.Read(layer, properties, Values(), problem => _notices.Add($"The layer '{layer.Name}', {problem} It keeps its default.")));
        }
        foreach (var (name, part) in _root.Where(part => part.Key is not ("format" or "program" or "saved" or "layers" or "viewer" or "history")))
            State.Parts[name] = part?.DeepClone();
        foreach (var record in (_root["history"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (RecordJson.Parse(record.ToJsonString()) is { } parsed)
                State.Records.Add(parsed);
        }
    }

    // Which run made which layer, as far as the layers it worked on are here too.
    private void RestoreRuns()
    {
        foreach (var (layer, entry) in _read)
        {
            if ((string?)entry["run"] is not { } id || State.Records.Find(record => record.Id == id) is not { } record)
                continue;
            var inputs = new OperationInputs();
            foreach (var input in record.Inputs)
            {
                if (input.Layer is { } name && _read.Select(pair => pair.Layer).FirstOrDefault(each => each.Name == name) is { } given)
                    inputs.Layers[input.Name] = given;
                else if (input.Path is { } path)
                    inputs.Paths[input.Name] = path;
            }
            _services.History.Restore(record, inputs, layer);
        }
    }

    private sealed class MissingDataException(string message) : UserException(message);
}
