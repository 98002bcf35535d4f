using VolumeViewer.Host.Projects;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Export;

/// <summary>
/// A viewer of its own on the same data, to be drawn in the background while the user goes on: what is set on one is not seen on the other. Its layers are
/// not to be disposed.
/// </summary>
internal static class SceneCopy
{
    /// <summary>The copy; to be made on the thread of the viewer.</summary>
    public static Viewer Of(Viewer viewer)
    {
        var (copy, byId) = (new Viewer(), new Dictionary<string, Layer>());
        foreach (var layer in viewer.Layers)
        {
            if (LayerKeepers.Of(layer)?.Twin(layer) is not { } twin)
                continue;
            LayerIds.Set(twin, LayerIds.Of(layer));
            byId[LayerIds.Of(layer)] = twin;
            copy.Layers.Add(twin);
        }
        var colormaps = viewer.Layers.OfType<ImageLayer>().Select(layer => layer.Colormap).DistinctBy(colormap => colormap.Id).ToDictionary(colormap => colormap.Id);
        var values = new ValueJson(new ValueScope(id => byId.GetValueOrDefault(id), id => colormaps.GetValueOrDefault(id)));
        foreach (var layer in viewer.Layers.Where(layer => byId.ContainsKey(LayerIds.Of(layer))))
            PropertyJson.Read(byId[LayerIds.Of(layer)], LayerKeepers.PropertiesOf(layer), values, _ => { });
        PropertyJson.Read(copy, PropertyJson.Write(viewer), values, _ => { });
        return copy;
    }
}
