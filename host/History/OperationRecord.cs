using System.Security.Cryptography;

using VolumeViewer.Host.Plugins;

namespace VolumeViewer.Host.History;

/// <summary>One run of an operation, as it is kept: enough to tell what was done, by which code, and to do it again.</summary>
/// <remarks>Holds texts and numbers only, so that no plugin's code is kept alive by it.</remarks>
internal sealed record OperationRecord
{
    /// <summary>The version of this form.</summary>
    public const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;

    /// <summary>Unique; twelve hex digits, of which a few are enough to name it.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the operation.</summary>
    public required string Operation { get; init; }

    public string Title { get; init; } = "";

    /// <summary>The plugin that brought the operation first, then those it asked for more.</summary>
    public IReadOnlyList<PluginStamp> Plugins { get; init; } = [];

    /// <summary>Version of the SDK.</summary>
    public string Sdk { get; init; } = "";

    /// <summary>Parameters as texts, by name; all of them.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<RecordedInput> Inputs { get; init; } = [];

    public IReadOnlyList<RecordedOutput> Outputs { get; init; } = [];

    /// <summary>The parameter "seed", where there is one.</summary>
    public string? Seed { get; init; }

    public DateTimeOffset Started { get; init; }

    /// <summary>Time of the operation itself.</summary>
    public double Seconds { get; init; }

    public RunEnding Ended { get; init; }

    /// <summary>Why it failed, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether equal inputs, parameters and seed give bit-equal results.</summary>
    public bool Deterministic { get; init; } = true;

    /// <summary>A new id.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
}
