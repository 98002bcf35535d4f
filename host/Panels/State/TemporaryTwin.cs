using System.Text.Json.Nodes;

using VolumeViewer.Host.Projects;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>A temporary layer on the data of a layer that is not in the list; what the user sets on it can be told from what was there at first.</summary>
internal sealed class TemporaryTwin
{
    private readonly JsonObject _first;

    private TemporaryTwin(Layer made, Layer layer, JsonObject first) => (Made, Layer, _first) = (made, layer, first);

    /// <summary>The layer that the data belong to.</summary>
    public Layer Made { get; }

    /// <summary>The one that is shown.</summary>
    public Layer Layer { get; }

    /// <summary>A twin that looks the same, or null for a layer of a type that has none.</summary>
    public static TemporaryTwin? Of(Layer made)
    {
        if (LayerKeepers.Of(made)?.Twin(made, isTemporary: true) is not { } twin)
            return null;
        Copy(made, LayerKeepers.PropertiesOf(made), twin);
        return new TemporaryTwin(made, twin, LayerKeepers.PropertiesOf(twin));
    }

    /// <summary>Sets on another layer what was changed since; what does not fit it stays.</summary>
    public void CopyLook(Layer to)
    {
        if (to.GetType() != Layer.GetType())
            return;
        var now = LayerKeepers.PropertiesOf(Layer);
        var name = PropertyJson.NameOf(nameof(Sdk.Layer.Name));
        var changed = now.Where(pair => pair.Key != name && !JsonNode.DeepEquals(pair.Value, _first[pair.Key])).ToDictionary(pair => pair.Key, pair => pair.Value?.DeepClone());
        Copy(Layer, new JsonObject(changed), to);
    }

    private static void Copy(Layer from, JsonObject properties, Layer to)
    {
        var colormap = (from as ImageLayer)?.Colormap;
        PropertyJson.Read(to, properties, new ValueJson(new ValueScope(_ => null, id => colormap?.Id == id ? colormap : null)), _ => { });
    }
}
