namespace VolumeViewer.Host.History;

/// <summary>What kind of thing a run was given.</summary>
internal enum RecordedInputKind
{
    Image,
    Labels,

    /// <summary>A file or folder in the place of an input.</summary>
    Path,

    /// <summary>A file or folder that a parameter names.</summary>
    Parameter,
}

/// <summary>Something a run worked on.</summary>
/// <param name="Name">Of the input, or of the parameter that names the path.</param>
/// <param name="Kind">What it is.</param>
internal sealed record RecordedInput(string Name, RecordedInputKind Kind)
{
    /// <summary>Name of the layer, for layers.</summary>
    public string? Layer { get; init; }

    /// <summary>The file or folder, with its full path; for a layer where it came from, as far as it is known.</summary>
    public string? Path { get; init; }

    /// <summary>SHA-256 of the contents, or null where it could not be taken.</summary>
    public string? Hash { get; init; }
}
