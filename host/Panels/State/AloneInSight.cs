using System.Numerics;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Shows layers of a space of their own alone for a while, with the views on them, and afterwards everything as it was.</summary>
internal sealed class AloneInSight
{
    private readonly Workbench _bench;
    private readonly List<Layer> _hidden;
    private readonly WorldPoint _cursor;
    private readonly (Vector3 Target, Quaternion Orientation, float Distance) _camera;
    private VolumeShape _shape;

    /// <param name="bench">Shows the layers.</param>
    /// <param name="layers">Those to be seen.</param>
    public AloneInSight(Workbench bench, IReadOnlyList<Layer> layers)
    {
        _bench = bench;
        var viewer = bench.Viewer;
        (_cursor, _camera) = (viewer.Cursor, (viewer.Camera.Target, viewer.Camera.Orientation, viewer.Camera.Distance));
        _hidden = [.. viewer.Layers.Where(layer => layer.Visible && !layers.Contains(layer))];
        SetVisible(false);
    }

    /// <summary>Whether layers are of another size than all others of the viewer, so that one would cover what the other shows.</summary>
    public static bool IsApart(Viewer viewer, IReadOnlyList<Layer> layers) => layers.Count > 0
        && viewer.Layers.Any(layer => layer.Visible && !layers.Contains(layer)) && !viewer.Layers.Any(other => !layers.Contains(other) && other.Shape == layers[0].Shape);

    /// <summary>Turns the views to the layers where they have another size than before.</summary>
    public void Look(IReadOnlyList<Layer> layers)
    {
        if (layers.Count == 0 || layers[0].Shape == _shape)
            return;
        _shape = layers[0].Shape;
        _bench.ShowAll();
    }

    /// <summary>Shows the other layers again, and the place that was looked at.</summary>
    public void End()
    {
        SetVisible(true);
        var viewer = _bench.Viewer;
        viewer.Cursor = _cursor;
        (viewer.Camera.Target, viewer.Camera.Orientation, viewer.Camera.Distance) = _camera;
    }

    private void SetVisible(bool visible)
    {
        using (_bench.History.WithoutStep())
            _hidden.ForEach(layer => layer.Visible = visible);
    }
}
