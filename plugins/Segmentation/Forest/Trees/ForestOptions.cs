namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>How a forest is grown.</summary>
/// <param name="Trees">How many.</param>
/// <param name="Seed">Equal seeds give equal forests, on any number of cores.</param>
internal sealed record ForestOptions(int Trees = 100, int Seed = 1)
{
    /// <summary>Nodes between root and leaf.</summary>
    public int MaxDepth { get; init; } = 32;

    /// <summary>Fewest drawn voxels of a leaf.</summary>
    public int MinLeaf { get; init; } = 1;

    /// <summary>Features tried at each node; 0 for the root of their number.</summary>
    public int Tried { get; init; }

    /// <summary>Whether each tree draws as many voxels of every phase.</summary>
    public bool Balance { get; init; } = true;
}
