using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>The region whose prediction is kept after every epoch, such as "300", "electrode:12" or "300@100,50,256,256".</summary>
/// <param name="Name">Of the volume; empty for the only one.</param>
/// <param name="Slice">The slice in it.</param>
/// <param name="Box">First row, first column, rows and columns; null for the whole slice.</param>
internal sealed record PreviewRegion(string Name, int Slice, (int Y, int X, int Height, int Width)? Box)
{
    /// <exception cref="UserException">It reads otherwise.</exception>
    internal static PreviewRegion Parse(string text)
    {
        var fault = new UserException($"--preview: '{text}' is no region. Give the name of a slice (300), of a volume with a slice (electrode:12), "
            + "and after it, if you like, a box as @ROW,COLUMN,ROWS,COLUMNS (300@100,50,256,256).");
        var (place, box) = text.LastIndexOf('@') is var at and > 0 ? (text[..at], text[(at + 1)..]) : (text, "");
        var (name, slice) = place.LastIndexOf(':') is var colon and > 0 && int.TryParse(place[(colon + 1)..], out var number) && number >= 0
            ? (place[..colon], number) : (place, 0);
        if (name.Trim().Length == 0)
            throw fault;
        if (box.Length == 0)
            return text.Contains('@') ? throw fault : new PreviewRegion(name.Trim(), slice, null);
        var numbers = box.Split(',').Select(part => int.TryParse(part, out var value) ? value : -1).ToArray();
        if (numbers is not [>= 0, >= 0, > 0, > 0])
            throw fault;
        return new PreviewRegion(name.Trim(), slice, (numbers[0], numbers[1], numbers[2], numbers[3]));
    }
}
