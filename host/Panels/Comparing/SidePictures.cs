using VolumeViewer.Host.Rendering;

namespace VolumeViewer.Host.Panels;

/// <summary>The pictures of a flat view, one for each side of a comparison, each kept until what it shows has changed.</summary>
internal sealed class SidePictures(ViewTools tools) : IDisposable
{
    private readonly List<(ViewPicture Picture, object? Shown, int Layers, int Edits)> _pictures = [];

    /// <summary>Draws what has changed and puts the pictures into the window.</summary>
    /// <param name="pane">Where, and which sides.</param>
    /// <param name="scene">What the pictures depend on besides layers, sides and size; compared by value.</param>
    /// <param name="draw">Draws one side into a target.</param>
    /// <param name="camera">How a slice is looked at, so that of changed labels only the part in question is drawn; null draws all of it.</param>
    public void Show(ComparedPane pane, object scene, Action<RenderTarget> draw, SliceCamera? camera = null)
    {
        var (viewer, frame) = (tools.Bench.Viewer, pane.Frame);
        var tiles = pane.Tiles(viewer, tools.State.Flicker.Side);
        for (var side = 0; side < pane.Sides.Count; side++)
        {
            var at = pane.Index + side;
            while (_pictures.Count <= at)
                _pictures.Add((new ViewPicture(tools), null, 0, 0));
            if (tiles.All(tile => tile.Side != side))
                continue;
            Redraw(at, (scene, string.Join('\n', pane.Sides[side].Layers.Select(layer => layer.Name)), pane.Sides.Count, frame.Width, frame.Height), pane, side, draw, camera);
            foreach (var tile in tiles.Where(tile => tile.Side == side))
                _pictures[at].Picture.ShowPart(frame, tile);
        }
    }

    public void Dispose() => _pictures.ForEach(picture => picture.Picture.Dispose());

    private void Redraw(int at, object scene, ComparedPane pane, int side, Action<RenderTarget> draw, SliceCamera? camera)
    {
        var (picture, shown, layers, edits) = _pictures[at];
        var (version, renderer) = (tools.Bench.Scene, tools.Renderer);
        var isSame = scene.Equals(shown);
        if (isSame && layers == version.Layers)
            return;
        var count = version.Edits.Count - edits;
        var part = isSame && camera is not null && version.Layers - layers == count ? version.Edits.PartOf(count, camera, pane.Frame.Width, pane.Frame.Height) : null;
        if (part is not { IsEmpty: true })
        {
            (renderer.Shows, renderer.SlicePart) = (pane.Sides[side].Shows, part);
            picture.Redraw(pane.Frame.Width, pane.Frame.Height, draw);
            (renderer.Shows, renderer.SlicePart) = (null, null);
            isSame = renderer.IsComplete;
        }
        _pictures[at] = (picture, isSame ? scene : null, version.Layers, version.Edits.Count);
        if (!isSame)
            tools.Bench.Activity.Request();
    }
}
