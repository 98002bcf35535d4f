using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Projects;

/// <summary>What keeps the data of each type of layers. A new type is a line here, unless its constructor says all that it holds.</summary>
internal static class LayerKeepers
{
    private static readonly IReadOnlyList<ILayerKeeper> All = [new ImageKeeper(), new LabelsKeeper(), .. ConstructedKeeper.All];

    /// <summary>The keeper of a layer, or null where nothing can keep it.</summary>
    public static ILayerKeeper? Of(Layer layer) => All.FirstOrDefault(keeper => keeper.Keeps(layer));

    /// <summary>A layer's properties without those that are data.</summary>
    public static System.Text.Json.Nodes.JsonObject PropertiesOf(Layer layer) => PropertyJson.Write(layer, Of(layer)?.DataProperties);

    /// <summary>The keeper of a name in files, or null where this version has none.</summary>
    public static ILayerKeeper? Find(string kind) => All.FirstOrDefault(keeper => keeper.Kind == kind);
}
