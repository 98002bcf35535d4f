using VolumeViewer.Host.Meshes;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>What a file dialog is to choose.</summary>
internal enum FileGoal
{
    /// <summary>One or several files, or a folder, that exist.</summary>
    Open,

    /// <summary>A folder that exists or shall be made.</summary>
    Folder,

    /// <summary>A file to write.</summary>
    Save,
}

/// <summary>Asks for a path.</summary>
/// <param name="Title">Stands above the dialog.</param>
/// <param name="Goal">What is chosen.</param>
/// <param name="Button">The word on the button.</param>
/// <param name="Name">The name offered at first.</param>
/// <param name="Chosen">Gets what was chosen; not called when the user cancels.</param>
internal sealed record FileRequest(string Title, FileGoal Goal, string Button, string Name, Action<IReadOnlyList<string>> Chosen)
{
    /// <summary>The endings to choose from when a file is written; empty where they are not known beforehand.</summary>
    public IReadOnlyCollection<string> Endings { get; init; } = [];

    /// <summary>The ending of a file that is named without one: that of the name offered.</summary>
    public string Ending => Path.GetExtension(Name);

    /// <summary>A name with an ending; one that says that it is a folder has none.</summary>
    public string WithEnding(string name) => Path.HasExtension(name) || Path.EndsInDirectorySeparator(name) ? name : name.TrimEnd('.') + Ending;
}

/// <summary>The dialogs of this program.</summary>
internal static class FileDialogs
{
    public static void OpenVolumes(Workbench bench) =>
        bench.FileRequest = new FileRequest("Open volumes", FileGoal.Open, "Open", "", bench.Files.Open);

    /// <summary>Several files as the slices of one volume, in the order of their names.</summary>
    public static void OpenStack(Workbench bench) =>
        bench.FileRequest = new FileRequest("Open files as one stack", FileGoal.Open, "Open", "", paths => bench.Files.Open([.. paths.Order(NaturalOrder.Instance)], reader: null));

    /// <summary>A file, whatever its name ends in.</summary>
    public static void OpenWith(Workbench bench) => bench.FileRequest = new FileRequest("Open with a reader of your choice", FileGoal.Open, "Choose a reader", "",
        paths => bench.InBackground(() =>
        {
            var choice = new ReaderChoice(paths[0], [.. bench.Services.Io.ReadersOf(paths[0]).All.Select(reader => (reader.Id, reader.Title))], "Every reader is offered.");
            bench.Post(() => bench.Choosing = choice);
        }));

    public static void SaveLayer(Workbench bench)
    {
        if (bench.Viewer.SelectedLayer is { } layer)
        {
            bench.FileRequest = new FileRequest($"Save '{layer.Name}' as", FileGoal.Save, "Save", SafeName(layer.Name) + (layer switch { SurfaceLayer => ".stl", PointsLayer => ".csv", _ => ".tif" }), paths => bench.Files.Save(layer, paths[0]))
            {
                Endings = layer is SurfaceLayer ? MeshFiles.Extensions : [],
            };
        }
    }

    /// <summary>A surface in the form of STL or PLY that people can read.</summary>
    public static void SaveSurfaceText(Workbench bench)
    {
        if (bench.Viewer.SelectedLayer is SurfaceLayer layer)
            bench.FileRequest = new FileRequest($"Save '{layer.Name}' as text", FileGoal.Save, "Save", $"{SafeName(layer.Name)}.stl", paths => bench.Files.Save(layer, paths[0], asText: true));
    }

    public static void OpenPoints(Workbench bench) =>
        bench.FileRequest = new FileRequest("Open points from CSV", FileGoal.Open, "Open", "", bench.Files.Open);

    public static void SavePoints(Workbench bench)
    {
        if (bench.Points.Target is { } layer)
            bench.FileRequest = new FileRequest($"Save '{layer.Name}' as CSV", FileGoal.Save, "Save", $"{SafeName(layer.Name)}.csv", paths => bench.Files.Save(layer, paths[0]));
    }

    public static void SaveScreenshot(Workbench bench) =>
        bench.FileRequest = new FileRequest("Save a picture of the window as", FileGoal.Save, "Save", ScreenshotName(), paths => bench.ScreenshotPath = paths[0]);

    /// <summary>Where a picture goes when nobody asks.</summary>
    public static string DefaultScreenshotPath()
    {
        var pictures = Environment.GetFolderPath(Environment.SpecialFolder.MyPictures);
        return Path.Combine(Directory.Exists(pictures) ? pictures : Directory.GetCurrentDirectory(), ScreenshotName());
    }

    private static string ScreenshotName() => $"volumeviewer-{DateTime.Now:yyyyMMdd-HHmmss}.png";

    public static string SafeName(string name) => string.Concat(name.Select(letter => Path.GetInvalidFileNameChars().Contains(letter) ? '_' : letter));
}
