namespace VolumeViewer.Host.Panels;

/// <summary>Small real data that come with the program, where they are there.</summary>
internal static class SampleFiles
{
    private static readonly (string Title, string Path)[] Known =
    [
        ("Electrode, three phases (256³)", "taufactor-electrode/electrode.tiff"),
        ("NMC cathode, a grey slice", "segmentpy-nmc/300.tif"),
        ("The same slice, labelled by hand", "segmentpy-nmc/300_label.tif"),
    ];

    /// <summary>Titles and full paths.</summary>
    public static IReadOnlyList<(string Title, string Path)> All { get; } = Find();

    private static List<(string, string)> Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "samples", "data");
            if (Directory.Exists(data))
                return [.. Known.Select(known => (known.Title, Path.Combine(data, known.Path))).Where(known => File.Exists(known.Item2))];
        }
        return [];
    }
}
