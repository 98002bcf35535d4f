namespace VolumeViewer.Plugins.Training.Data;

/// <summary>A folder that holds a data set divided as SegmentPy has it: to learn from, to judge by, and to test with.</summary>
/// <param name="Train">The folder to learn from.</param>
/// <param name="Validation">The folder to judge by while learning.</param>
/// <param name="Test">The folder to test with afterwards.</param>
internal sealed record SplitFolder(string Train, string? Validation, string? Test)
{
    private static readonly string[] ValidationNames = ["valid", "validation", "val"];

    /// <summary>The parts of a folder, or null where it is not divided.</summary>
    internal static SplitFolder? Of(string folder)
    {
        var parts = Directory.EnumerateDirectories(folder).ToLookup(path => Path.GetFileName(path), StringComparer.OrdinalIgnoreCase);
        return parts["train"].FirstOrDefault() is { } train
            ? new SplitFolder(train, ValidationNames.SelectMany(name => parts[name]).FirstOrDefault(), parts["test"].FirstOrDefault()) : null;
    }
}
