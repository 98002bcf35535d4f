using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Queue;

/// <summary>What shall be added to a queue.</summary>
internal sealed record QueueRequest
{
    public required IOperation Operation { get; init; }

    /// <summary>Paths by the name of the input, those of layers too.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>();

    /// <summary>Texts by parameter, with lists and ranges.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The folder above the folders of the runs; of a single run in which nothing varies, its own.</summary>
    public string BaseFolder { get; init; } = "";

    public SearchKind Kind { get; init; }

    /// <summary>Runs to draw.</summary>
    public int? Trials { get; init; }

    /// <summary>Seed of drawing.</summary>
    public int SearchSeed { get; init; } = 1;

    /// <summary>How halving compares; its id is given when it is added.</summary>
    public HalvingSearch Halving { get; init; } = new() { Id = 0 };

    /// <summary>What the new runs have that an earlier one had not; to name them by.</summary>
    public IReadOnlyList<VariedValue> Changes { get; init; } = [];
}
