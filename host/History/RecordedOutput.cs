namespace VolumeViewer.Host.History;

/// <summary>What kind of thing a run gave.</summary>
internal enum RecordedOutputKind
{
    Image,
    Labels,
    Table,

    /// <summary>The folder that the operation filled.</summary>
    Folder,

    /// <summary>A file in that folder.</summary>
    File,

    /// <summary>A surface layer.</summary>
    Surface,
}

/// <summary>Something a run gave.</summary>
/// <param name="Name">Of the layer, the table, the folder or the file.</param>
/// <param name="Kind">What it is.</param>
internal sealed record RecordedOutput(string Name, RecordedOutputKind Kind)
{
    /// <summary>Voxels along (z, y, x), or rows and columns of a table.</summary>
    public IReadOnlyList<int>? Shape { get; init; }

    /// <summary>SHA-256 of the contents, or null where it could not be taken.</summary>
    public string? Hash { get; init; }

    /// <summary>Where it was written, with its full path, or null.</summary>
    public string? Path { get; init; }

    /// <summary>SHA-256 of the file that was written, or null.</summary>
    public string? FileHash { get; init; }
}
