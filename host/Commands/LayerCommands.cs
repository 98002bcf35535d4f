using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Commands;

/// <summary>The selected layer and the list of layers.</summary>
internal static class LayerCommands
{
    public static IReadOnlyList<AppCommand> All { get; } =
    [
        OfSelected("layer.toggle-visible", "Show or hide the layer", (_, layer) => layer.Visible = !layer.Visible, "V"),
        OfSelected("layer.toggle-others", "Show or hide the other layers", ToggleOthers, "Shift+V"),
        OfSelected("layer.rename", "Rename the layer", (target, layer) => target.Bench.WantedRename = layer, "F2"),
        OfSelected("layer.remove", "Remove the layer", (target, layer) => target.Bench.Remove(layer), "Delete"),
        new("layer.select-above", "Select the layer above", target => SelectRow(target, -1), "Ctrl+Up") { IsEnabled = HasLayers, Repeats = true },
        new("layer.select-below", "Select the layer below", target => SelectRow(target, 1), "Ctrl+Down") { IsEnabled = HasLayers, Repeats = true },
        OfSelected("layer.bring-up", "Bring the layer up", (target, layer) => LayerOrder.MoveRows(target.Viewer.Layers, layer, -1), "Ctrl+Shift+Up"),
        OfSelected("layer.send-down", "Send the layer down", (target, layer) => LayerOrder.MoveRows(target.Viewer.Layers, layer, 1), "Ctrl+Shift+Down"),
        new("layer.run-again", "Make the layer again, with the plugins as they are now", target => target.Bench.Remade.RunAgain(target.Viewer.SelectedLayer!))
        {
            IsEnabled = target => target.Viewer.SelectedLayer is { } layer && target.Bench.Services.History.OriginOf(layer) is not null,
        },
        new("layer.show-all", "Show all layers", target => SetVisible(target, "Show all layers", true)) { IsEnabled = HasLayers },
        new("layer.hide-all", "Hide all layers", target => SetVisible(target, "Hide all layers", false)) { IsEnabled = HasLayers },
        OfSelected("layer.auto-contrast", "Measure the contrast limits of the layer", (_, layer) =>
        {
            if (layer is ImageLayer image)
                image.ContrastLimits = ContrastLimits.Auto(image.Statistics);
        }) with { IsEnabled = target => target.Viewer.SelectedLayer is ImageLayer },
    ];

    private static bool HasLayers(CommandTarget target) => target.Viewer.Layers.Count > 0;

    private static AppCommand OfSelected(string id, string title, Action<CommandTarget, Layer> run, params IEnumerable<string> keys) => new(id, title, target =>
    {
        if (target.Viewer.SelectedLayer is { } layer)
            run(target, layer);
    }, keys)
    {
        IsEnabled = target => target.Viewer.SelectedLayer is not null,
    };

    private static void ToggleOthers(CommandTarget target, Layer selected)
    {
        var others = target.Viewer.Layers.Where(layer => layer != selected).ToList();
        var show = others.TrueForAll(layer => !layer.Visible);
        using (target.History.Step(show ? "Show the other layers" : "Hide the other layers"))
            others.ForEach(layer => layer.Visible = show);
    }

    private static void SetVisible(CommandTarget target, string title, bool isVisible)
    {
        using (target.History.Step(title))
        {
            foreach (var layer in target.Viewer.Layers)
                layer.Visible = isVisible;
        }
    }

    private static void SelectRow(CommandTarget target, int rows)
    {
        var shown = LayerOrder.Shown(target.Viewer.Layers).ToList();
        var row = target.Viewer.SelectedLayer is { } selected ? shown.IndexOf(selected) + rows : 0;
        target.Viewer.SelectedLayer = shown[Math.Clamp(row, 0, shown.Count - 1)];
    }
}
