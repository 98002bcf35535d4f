using VolumeViewer.Host.Operations;

namespace VolumeViewer.Host.Panels;

/// <summary>Asks which reader shall open a file.</summary>
/// <param name="Path">The file or folder.</param>
/// <param name="Readers">Id and title of each that is offered.</param>
/// <param name="Reason">Why it is asked.</param>
internal sealed record ReaderChoice(string Path, IReadOnlyList<(string Id, string Title)> Readers, string Reason)
{
    /// <summary>The choice that has to be made for a path, or null where exactly one reader fits or nothing can be chosen.</summary>
    public static ReaderChoice? Of(VolumeIo io, string path)
    {
        if (!File.Exists(path))
            return null;
        var (all, fitting) = io.ReadersOf(path);
        if (fitting.Count == 1 || all.Count == 0)
            return null;
        return new ReaderChoice(path, [.. (fitting.Count > 0 ? fitting : all).Select(reader => (reader.Id, reader.Title))],
            fitting.Count > 0 ? "Several readers take files of this name." : "No reader takes files of this name; one of them may read it all the same.");
    }
}
