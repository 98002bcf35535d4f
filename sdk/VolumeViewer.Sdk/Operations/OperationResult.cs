namespace VolumeViewer.Sdk;

/// <summary>What an operation gives back. The caller owns the layers.</summary>
public sealed record OperationResult : IDisposable
{
    /// <summary>New layers; the first is the main one.</summary>
    public IReadOnlyList<Layer> Layers { get; init; } = [];

    /// <summary>Tables.</summary>
    public IReadOnlyList<Table> Tables { get; init; } = [];

    /// <summary>Plots.</summary>
    public IReadOnlyList<Plot> Plots { get; init; } = [];

    /// <summary>Lets go of the layers, for a result that nobody takes over.</summary>
    public void Dispose()
    {
        foreach (var layer in Layers)
            layer?.Dispose();
    }
}
