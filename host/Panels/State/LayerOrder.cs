using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The layers as the list shows them: the one on top first.</summary>
internal static class LayerOrder
{
    public static IReadOnlyList<Layer> Shown(LayerList layers) => [.. layers.Reverse()];

    /// <summary>Moves a layer by rows of the list: −1 is one up, that is one later in the drawing order.</summary>
    /// <returns>Whether it moved.</returns>
    public static bool MoveRows(LayerList layers, Layer layer, int rows)
    {
        var index = layers.IndexOf(layer);
        var wanted = Math.Clamp(index - rows, 0, layers.Count - 1);
        if (index < 0 || wanted == index)
            return false;
        layers.Reorder(layer, wanted);
        return true;
    }
}
