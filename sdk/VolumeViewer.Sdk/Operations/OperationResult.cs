namespace VolumeViewer.Sdk;

/// <summary>What an operation gives back. The caller owns the layers.</summary>
public sealed record OperationResult
{
    /// <summary>New layers; the first is the main one.</summary>
    public IReadOnlyList<Layer> Layers { get; init; } = [];

    /// <summary>Tables.</summary>
    public IReadOnlyList<Table> Tables { get; init; } = [];

    /// <summary>Plots.</summary>
    public IReadOnlyList<Plot> Plots { get; init; } = [];
}
