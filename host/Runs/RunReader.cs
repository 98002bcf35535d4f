using System.Globalization;
using System.Text.Json;

namespace VolumeViewer.Host.Runs;

/// <summary>Reads one run folder again and again while it is written: only what has changed, and what is half written stays as it was.</summary>
internal sealed class RunReader(string folder, string name)
{
    private readonly FileStamp _facts = new(Path.Combine(folder, "run.json"));
    private readonly FileStamp _metrics = new(Path.Combine(folder, "metrics.csv"));
    private readonly FileStamp _test = new(Path.Combine(folder, "test.json"));

    /// <summary>What was read last.</summary>
    public RunView View { get; private set; } = new() { Folder = folder, Name = name };

    /// <summary>Whether a folder holds a run.</summary>
    public static bool IsRun(string folder) => File.Exists(Path.Combine(folder, "run.json")) || File.Exists(Path.Combine(folder, "metrics.csv"));

    /// <summary>Reads what has changed.</summary>
    /// <returns>Whether anything had.</returns>
    public bool Look()
    {
        var before = View;
        Read(_facts, "run.json", path => View = View with { Facts = RunFacts.Parse(Text(path)) });
        Read(_metrics, "metrics.csv", path => View = View with { Metrics = MetricsTable.Read(path) });
        Read(_test, "test.json", path => View = View with { Test = TestFacts.Parse(Text(path)) });
        var previews = Previews();
        if (!previews.SequenceEqual(View.Previews))
            View = View with { Previews = previews };
        return !ReferenceEquals(before, View);
    }

    private void Read(FileStamp stamp, string file, Action<string> read)
    {
        if (!stamp.HasChanged())
            return;
        try
        {
            read(Path.Combine(folder, file));
        }
        // Half written, or being renamed: what was read before holds until the next look.
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            stamp.Forget();
        }
    }

    private static string Text(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }

    private List<int> Previews()
    {
        var place = Path.Combine(folder, "preview");
        try
        {
            return !Directory.Exists(place) ? [] :
            [
                .. Directory.EnumerateFiles(place, "epoch-*.tif").Select(path => Path.GetFileNameWithoutExtension(path)["epoch-".Length..])
                    .Where(digits => int.TryParse(digits, NumberStyles.None, null, out _)).Select(int.Parse).Order(),
            ];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [.. View.Previews];
        }
    }
}
