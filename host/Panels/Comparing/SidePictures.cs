using VolumeViewer.Host.Rendering;

namespace VolumeViewer.Host.Panels;

/// <summary>The pictures of a flat view, one for each side of a comparison, each kept until what it shows has changed.</summary>
internal sealed class SidePictures(ViewTools tools) : IDisposable
{
    private readonly List<(ViewPicture Picture, object? Shown)> _pictures = [];

    /// <summary>Draws what has changed and puts the pictures into the window.</summary>
    /// <param name="pane">Where, and which sides.</param>
    /// <param name="scene">What the pictures depend on besides layers, sides and size; compared by value.</param>
    /// <param name="draw">Draws one side into a target.</param>
    public void Show(ComparedPane pane, object scene, Action<RenderTarget> draw)
    {
        var (viewer, frame) = (tools.Bench.Viewer, pane.Frame);
        var tiles = pane.Tiles(viewer, tools.State.Flicker.Side);
        for (var side = 0; side < pane.Sides.Count; side++)
        {
            var at = pane.Index + side;
            while (_pictures.Count <= at)
                _pictures.Add((new ViewPicture(tools), null));
            if (tiles.All(tile => tile.Side != side))
                continue;
            Redraw(at, (scene, tools.Bench.Scene.Layers, string.Join('\n', pane.Sides[side].Layers.Select(layer => layer.Name)), pane.Sides.Count, frame.Width, frame.Height), pane, side, draw);
            foreach (var tile in tiles.Where(tile => tile.Side == side))
                _pictures[at].Picture.ShowPart(frame, tile);
        }
    }

    public void Dispose() => _pictures.ForEach(picture => picture.Picture.Dispose());

    private void Redraw(int at, object scene, ComparedPane pane, int side, Action<RenderTarget> draw)
    {
        var (picture, shown) = _pictures[at];
        if (scene.Equals(shown))
            return;
        tools.Renderer.Shows = pane.Sides[side].Shows;
        picture.Redraw(pane.Frame.Width, pane.Frame.Height, draw);
        tools.Renderer.Shows = null;
        _pictures[at] = (picture, tools.Renderer.IsComplete ? scene : null);
        if (!tools.Renderer.IsComplete)
            tools.Bench.Activity.Request();
    }
}
