using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Demo;

/// <summary>What the window would show, as pictures.</summary>
internal static class DemoPictures
{
    /// <summary>Writes a picture of every volume in 3-D and of every segmented slice.</summary>
    /// <returns>The files written.</returns>
    public static IReadOnlyList<string> Write(Viewer viewer, string folder)
    {
        var files = new List<string>();
        foreach (var layer in viewer.Layers)
        {
            // A grey slice says little beside the labels that were made of it: it is drawn below them.
            var isSlice = layer.Shape.Depth == 1;
            if (isSlice && layer is ImageLayer)
                continue;
            var shown = new List<Layer> { layer };
            if (isSlice)
                shown.Insert(0, viewer.Layers.OfType<ImageLayer>().First(grey => layer.Name.StartsWith(grey.Name, StringComparison.Ordinal)));
            foreach (var each in viewer.Layers)
                each.Visible = shown.Contains(each);
            var opacity = layer.Opacity;
            layer.Opacity = isSlice ? 0.45f : 1;
            viewer.ResetView();

            var file = Path.Combine(folder, FileName(layer.Name));
            using (var picture = HeadlessRenderer.Render(viewer, isSlice ? ViewLayout.SliceZ : ViewLayout.FourUp, 1400, 1050, new RenderOptions()))
                PngFile.Write(picture, file);
            files.Add(file);
            layer.Opacity = opacity;
        }
        return files;
    }

    private static string FileName(string layer)
    {
        var words = string.Concat(layer.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join("-", words).ToLowerInvariant() + ".png";
    }
}
