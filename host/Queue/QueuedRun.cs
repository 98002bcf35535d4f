using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace VolumeViewer.Host.Queue;

/// <summary>One run in the queue, with all that is needed to do it in another process.</summary>
internal sealed record QueuedRun
{
    /// <summary>Small and unique in its queue.</summary>
    public required int Id { get; init; }

    /// <summary>Id of the operation.</summary>
    public required string Operation { get; init; }

    public string Title { get; init; } = "";

    /// <summary>Whole paths by the name of the input.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>();

    /// <summary>Texts by parameter, as far as they were given.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    public ImmutableList<VariedValue> Varied { get; init; } = [];

    /// <summary>The whole path of the folder that it fills.</summary>
    public required string Folder { get; init; }

    /// <summary>Id of the search that it belongs to, or null.</summary>
    public int? Search { get; init; }

    public QueuedState State { get; init; }

    /// <summary>Whether it is running and shall pause.</summary>
    public bool IsToPause { get; init; }

    public DateTimeOffset Added { get; init; }

    public DateTimeOffset? Ended { get; init; }

    /// <summary>Spent on it so far, in all sittings.</summary>
    public double Seconds { get; init; }

    /// <summary>How often it was begun or gone on with.</summary>
    public int Sittings { get; init; }

    /// <summary>From 0 to 1.</summary>
    public double Fraction { get; init; }

    /// <summary>What the operation said last.</summary>
    public string Status { get; init; } = "";

    /// <summary>Seconds left by its pace, or null where that is not known.</summary>
    public double? Remaining { get; init; }

    /// <summary>Why it failed or was set aside, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>How often in a row the program died in it without getting further, and how far it was.</summary>
    public int Crashes { get; init; }

    /// <inheritdoc cref="Crashes"/>
    public double CrashFraction { get; init; }

    /// <summary>The metric at the end of each share of a search that it had; null where it has none.</summary>
    public ImmutableList<double?> Scores { get; init; } = [];

    /// <summary>Whether it runs to its end rather than to the end of a share.</summary>
    public bool RunsToEnd { get; init; }

    /// <summary>What varies, in words; or the folder's name.</summary>
    [JsonIgnore]
    public string Name => Varied.Count > 0 ? string.Join(", ", Varied.Select(value => $"{value.Name} {(value.Value.Length == 0 ? "none" : value.Value)}")) : Path.GetFileName(Folder);

    /// <summary>Whether a worker can take it.</summary>
    [JsonIgnore]
    public bool IsReady => State is QueuedState.Waiting or QueuedState.Interrupted;

    /// <summary>Whether nothing more happens with it by itself.</summary>
    [JsonIgnore]
    public bool HasEnded => State is QueuedState.Done or QueuedState.Failed or QueuedState.SetAside;
}
