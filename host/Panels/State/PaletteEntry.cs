namespace VolumeViewer.Host.Panels;

/// <summary>Something that the palette can find and do.</summary>
/// <param name="Kind">"Command", "Operation", "Sample" or "Setting".</param>
/// <param name="Id">Found by too, such as "segment.multi-otsu".</param>
/// <param name="Title">In words.</param>
/// <param name="Run">What choosing it does.</param>
internal sealed record PaletteEntry(string Kind, string Id, string Title, Action Run)
{
    /// <summary>Its keys, "" for none.</summary>
    public string Keys { get; init; } = "";

    /// <summary>Whether it can be chosen now.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Whether it is switched on.</summary>
    public bool IsOn { get; init; }
}
