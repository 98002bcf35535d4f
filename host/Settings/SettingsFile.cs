using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Settings;

/// <summary>
/// The settings and their file. What the file says is kept as it is, entries that this version does not know too; only what is changed is written.
/// A damaged file is never written over.
/// </summary>
internal sealed class SettingsFile
{
    private const string KeysEntry = "keys";

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _lock = new();
    private JsonObject _content = [];
    private (DateTime Written, long Length) _stamp;
    private bool _isDamaged;

    /// <param name="path">The file; it need not exist.</param>
    public SettingsFile(string path)
    {
        Path = path;
        Read();
    }

    /// <summary>The user's own.</summary>
    public static SettingsFile OfUser() => new(System.IO.Path.Combine(UserFolders.Settings, "settings.json"));

    /// <summary>Raised after the settings changed, in the window or in the file.</summary>
    public event EventHandler? Changed;

    public string Path { get; }

    public AppSettings Current { get; private set; } = new();

    /// <summary>What is wrong with the file, a sentence each.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>Reads the file again if it was written since.</summary>
    /// <returns>Whether it was.</returns>
    public bool ReadIfWritten()
    {
        lock (_lock)
        {
            if (Stamp() == _stamp)
                return false;
            Read();
        }
        Changed?.Invoke(this, EventArgs.Empty);
        return true;
    }

    /// <summary>Changes settings and writes them.</summary>
    /// <exception cref="UserException">The file is damaged, or cannot be written. The settings hold for this run all the same.</exception>
    public void Update(Func<AppSettings, AppSettings> change)
    {
        // Another window or an editor may have written it meanwhile.
        ReadIfWritten();
        try
        {
            lock (_lock)
            {
                var (before, after) = (Current, change(Current));
                if (!TakeUp(before, after))
                    return;
                Current = after;
                if (_isDamaged)
                    throw new UserException($"The settings are not saved, since the file is damaged and would be lost. {string.Join(" ", Faults)}");
                Write();
            }
        }
        finally
        {
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    /// <summary>Makes sure that there is a file to edit by hand, with every setting as it is.</summary>
    /// <exception cref="UserException">It cannot be written.</exception>
    public void WriteIfMissing()
    {
        lock (_lock)
        {
            if (File.Exists(Path))
                return;
            foreach (var setting in SettingsTable.All)
                _content[setting.Name] = setting.Get(Current);
            _content[KeysEntry] ??= new JsonObject();
            Write();
        }
    }

    private void Read()
    {
        _content = [];
        (Current, _isDamaged, _stamp) = (new AppSettings(), false, Stamp());
        var faults = new List<string>();
        try
        {
            if (File.Exists(Path))
                _content = Parse(File.ReadAllText(Path));
            Take(faults);
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            _isDamaged = true;
            var where = problem is JsonException { LineNumber: { } line } ? $" in line {line + 1}" : "";
            faults.Add($"The settings file '{Path}' cannot be read{where}: {Reason(problem)} The defaults hold until it is mended or removed.");
        }
        Faults = faults;
    }

    private static JsonObject Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        // Comments are refused rather than lost when the file is written.
        var options = new JsonDocumentOptions { AllowTrailingCommas = true, AllowDuplicateProperties = false };
        return JsonNode.Parse(text, documentOptions: options) as JsonObject ?? throw new JsonException("it must hold one object, { … }.");
    }

    private static string Reason(Exception problem)
    {
        // The parser appends "LineNumber: 3 | BytePositionInLine: 1.", counted from 0.
        var message = problem.Message;
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    private void Take(List<string> faults)
    {
        foreach (var setting in SettingsTable.All.Where(setting => _content.ContainsKey(setting.Name)))
            Take(setting, _content[setting.Name], faults);
        if (!_content.TryGetPropertyValue(KeysEntry, out var keys))
            return;
        if (keys is not JsonObject byCommand)
        {
            faults.Add($"The setting '{KeysEntry}' in '{Path}' must be an object of lists by the ids of commands; the default keys hold.");
            return;
        }
        foreach (var (id, value) in byCommand)
            Take(SettingsTable.KeysOf(id, id, _ => []), value is JsonValue ? new JsonArray(value.DeepClone()) : value, faults);
    }

    private void Take(Setting setting, JsonNode? value, List<string> faults)
    {
        try
        {
            Current = setting.Set(Current, value);
        }
        catch (UserException problem)
        {
            faults.Add($"{problem.Message} It stands so in '{Path}'; the default holds.");
        }
    }

    // Puts what differs into the content of the file.
    private bool TakeUp(AppSettings before, AppSettings after)
    {
        var isChanged = false;
        foreach (var setting in SettingsTable.All.Where(setting => !JsonNode.DeepEquals(setting.Get(before), setting.Get(after))))
        {
            _content[setting.Name] = setting.Get(after);
            isChanged = true;
        }
        foreach (var id in before.Keys.Keys.Union(after.Keys.Keys).ToList())
        {
            var (had, has) = (before.Keys.TryGetValue(id, out var old), after.Keys.TryGetValue(id, out var now));
            if (had && has && old.SequenceEqual(now))
                continue;
            if (_content[KeysEntry] is not JsonObject)
                _content[KeysEntry] = new JsonObject();
            var keys = (JsonObject)_content[KeysEntry]!;
            keys.Remove(id);
            if (has)
                keys[id] = new JsonArray([.. now.Select(chord => JsonValue.Create(chord))]);
            isChanged = true;
        }
        return isChanged;
    }

    private void Write()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!);
        OutputPath.WriteAllBytes(Path, Encoding.UTF8.GetBytes(_content.ToJsonString(Written) + "\n"));
        _stamp = Stamp();
    }

    private (DateTime Written, long Length) Stamp()
    {
        var file = new FileInfo(Path);
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
    }
}
