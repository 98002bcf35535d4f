using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Data;

/// <summary>A grey image and the image of its labels.</summary>
/// <param name="Name">The image's file name without its ending.</param>
/// <param name="ImagePath">Grey values.</param>
/// <param name="LabelPath">Labels.</param>
internal sealed record LabelledImage(string Name, string ImagePath, string LabelPath);

/// <summary>A folder in which N_label.tif holds the labels of N.tif.</summary>
internal static class LabelledFolder
{
    private const string LabelSuffix = "_label";

    /// <summary>The pairs in natural order of their names. Files that are no part of a pair are told of in the log.</summary>
    /// <exception cref="UserException">There is no pair, or a chosen label has no image.</exception>
    internal static IReadOnlyList<LabelledImage> Find(string folder, Func<string, bool> isChosen, Action<string> log)
    {
        var files = Directory.EnumerateFiles(folder).Where(path => !Path.GetFileName(path).StartsWith('.')).ToList();
        var labels = files.Where(IsLabel).OrderBy(Path.GetFileName, NaturalOrder.Instance).ToList();
        var images = files.Where(path => !IsLabel(path)).ToLookup(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase);
        var pairs = new List<LabelledImage>();
        var orphans = new List<string>();
        foreach (var label in labels)
        {
            var name = Path.GetFileNameWithoutExtension(label)[..^LabelSuffix.Length];
            // With 1.tif and 1.txt beside 1_label.tif, the one of the same kind is meant.
            var extension = Path.GetExtension(label);
            var image = images[name].OrderBy(path => string.Equals(Path.GetExtension(path), extension, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
                .ThenBy(path => path, StringComparer.Ordinal).FirstOrDefault();
            if (image is not null)
                pairs.Add(new LabelledImage(name, image, label));
            else if (isChosen(name))
                orphans.Add(Path.GetFileName(label));
        }
        if (orphans.Count > 0)
            throw new UserException($"'{folder}' holds {string.Join(", ", orphans)} without the image that belongs to it; "
                + $"put {string.Join(", ", orphans.Select(ImageOf))} beside it, or take it away.");
        if (pairs.Count == 0)
            throw new UserException($"'{folder}' holds no labelled slice: a slice N.tif needs its labels as N_label.tif beside it.");
        var used = pairs.Select(pair => pair.ImagePath).ToHashSet();
        var ignored = files.Where(path => !IsLabel(path) && !used.Contains(path)).Select(path => Path.GetFileName(path)).Order(NaturalOrder.Instance).ToList();
        if (ignored.Count > 0)
            log($"Without labels, and so not used: {string.Join(", ", ignored)}");
        return pairs;
    }

    private static bool IsLabel(string path) =>
        Path.GetFileNameWithoutExtension(path) is { Length: var length } name && length > LabelSuffix.Length
        && name.EndsWith(LabelSuffix, StringComparison.OrdinalIgnoreCase);

    private static string ImageOf(string label) => Path.GetFileNameWithoutExtension(label)[..^LabelSuffix.Length] + Path.GetExtension(label);
}
