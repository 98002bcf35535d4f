using System.Numerics;

using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Settings;
using VolumeViewer.Sdk;

using static VolumeViewer.Host.Tests.Panels.WindowScript;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>Undo, the palette and the settings in the real window, with real keys and clicks where there is a display.</summary>
[Collection("window")]
public sealed class EditingWindowTests
{
    [DisplayFact]
    public void Palette_ByKeysAndTyping_RunsTheCommand()
    {
        var viewer = Scenes.Viewer("a");
        Run(viewer,
            Do(loop => new Pointer(loop.Title).Press("Ctrl+Shift+P")),
            loop => loop.Shell.Palette.IsOpen,
            Do(loop => new Pointer(loop.Title).Type("slice acr y")),
            loop => loop.Shell.Palette.Model is { Query: "slice acr y", Hits: [{ Entry.Id: "view.slice-y" }, ..] },
            Do(loop => new Pointer(loop.Title).Press("Enter")),
            loop => viewer.Layout == ViewLayout.SliceY && !loop.Shell.Palette.IsOpen);

        Assert.Equal(ViewLayout.SliceY, viewer.Layout);
    }

    [DisplayFact]
    public void Palette_ClosedByEscape_RunsNothing()
    {
        var viewer = Scenes.Viewer("a");
        var closed = false;
        Run(viewer,
            Do(loop => new Pointer(loop.Title).Press("Ctrl+Shift+P")),
            loop => loop.Shell.Palette.IsOpen,
            Do(loop => new Pointer(loop.Title).Press("Escape")),
            loop => closed = !loop.Shell.Palette.IsOpen);

        Assert.True(closed);
        Assert.Equal(ViewLayout.FourUp, viewer.Layout);
    }

    [DisplayFact]
    public void Keys_DeleteThenUndoThenRedo_TakeTheLayerAndBringItBack()
    {
        var viewer = Scenes.Viewer("a", "b");
        var layer = viewer.Layers[1];
        viewer.SelectedLayer = layer;
        Run(viewer,
            Do(loop => new Pointer(loop.Title).Press("Delete")),
            _ => viewer.Layers.Count == 1,
            Do(loop => new Pointer(loop.Title).Press("Ctrl+Z")),
            _ => viewer.Layers.Contains(layer),
            Do(loop => new Pointer(loop.Title).Press("Ctrl+Y")),
            _ => viewer.Layers.Count == 1,
            Do(loop => new Pointer(loop.Title).Press("Ctrl+Z")),
            _ => viewer.Layers.Contains(layer));

        Assert.Same(layer, viewer.Layers[1]);
        Assert.Same(layer, viewer.SelectedLayer);
    }

    [DisplayFact]
    public void DraggedRow_OverTwoOthers_IsOneStep()
    {
        var viewer = Scenes.Viewer("a", "b", "c");
        var steps = Array.Empty<string>();
        Vector2 Row(WindowLoop loop, int row) => loop.Shell.Left.List.Eyes.Values.Select(eye => eye.Center).OrderBy(place => place.Y).ElementAt(row) + new Vector2(90, 0);
        Run(viewer,
            Do(loop => new Pointer(loop.Title).Drag(Row(loop, 0), isDown: true)),
            _ => viewer.SelectedLayer!.Name == "c",
            Do(loop => new Pointer(loop.Title).Drag(Row(loop, 1))),
            _ => viewer.Layers[1].Name == "c",
            Do(loop => new Pointer(loop.Title).Drag(Row(loop, 2))),
            _ => viewer.Layers[0].Name == "c",
            Do(loop => new Pointer(loop.Title).Drag(Row(loop, 2), isDown: false)),
            _ => true,
            Do(loop => steps = [.. loop.Bench.History.Steps.Select(step => step.Title)]),
            _ => true);

        Assert.Equal(["Move 'c'"], steps);
    }

    [DisplayFact]
    public void UndoPanel_ClickOnAStep_GoesThere()
    {
        var viewer = Scenes.Viewer("a");
        var layer = viewer.Layers[0];
        Run(viewer,
            Do(loop =>
            {
                var history = loop.Bench.History;
                loop.Bench.WantedTab = SideTab.Undo;
                foreach (var opacity in new[] { 0.8f, 0.6f, 0.4f })
                {
                    layer.Opacity = opacity;
                    history.EndGesture();
                }
            }),
            loop => loop.Shell.Side.Undo.Rows.Count == 4,
            Do(loop => new Pointer(loop.Title).Click(loop.Shell.Side.Undo.Rows[1].Center, Pointer.Left)),
            _ => layer.Opacity == 0.8f,
            Do(loop => new Pointer(loop.Title).Click(loop.Shell.Side.Undo.Rows[3].Center, Pointer.Left)),
            _ => layer.Opacity == 0.4f);

        Assert.Equal(0.4f, layer.Opacity);
    }

    [DisplayFact]
    public void Settings_ChangedInTheWindowAndByHand_HoldBothWays()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("settings.json");
        using var services = new AppServices(Path.Combine(AppContext.BaseDirectory, "no such plugins"), new SettingsFile(path));
        var (written, keys) = (0.0, "");
        var viewer = Scenes.Viewer("a");
        Run(services, viewer,
            Do(loop => loop.Shell.State.LeftWidth = 333),
            _ => (written = new SettingsFile(path).Current.LeftWidth) == 333,
            Do(_ => File.WriteAllText(path, """{ "keys": { "layer.toggle-visible": ["F8"] }, "leftWidth": 333 }""")),
            loop => (keys = loop.Bench.Keys.Text(VolumeViewer.Host.Commands.CommandTable.Find("layer.toggle-visible"))) == "F8",
            Do(loop => new Pointer(loop.Title).Press("F8")),
            _ => !viewer.Layers[0].Visible);

        Assert.Equal((333, "F8"), (written, keys));
        Assert.False(viewer.Layers[0].Visible);
    }
}
