using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

using VolumeViewer.Host.Points;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The points of a window that are worked on: which layer, which of its points are selected, and what is done with them. Each action is one step to undo.</summary>
internal sealed class PointsDesk(Workbench bench)
{
    private readonly SortedSet<int> _selected = [];
    private PointsLayer? _of;
    private int _count;

    /// <summary>The layer that is worked on: the selected one, else the topmost of points that is seen; null where there is none.</summary>
    public PointsLayer? Target => bench.Viewer.SelectedLayer as PointsLayer ?? bench.Viewer.Layers.OfType<PointsLayer>().LastOrDefault(layer => layer.Visible);

    /// <summary>The selected points of the target, by their places in its list, the lowest first.</summary>
    public IReadOnlyCollection<int> Selected
    {
        get
        {
            // Points that came or went by other hands, such as by undoing, leave nothing that was meant.
            if (!ReferenceEquals(_of, Target) || _count != (_of?.Positions.Length ?? 0))
                Select([]);
            return _selected;
        }
    }

    /// <summary>Whether a tool for points is in the hand.</summary>
    public bool IsToolTaken => bench.Hand.Tool.Group == ToolGroup.Points;

    /// <summary>Whether a layer of points is worked on: it is the selected one, or a tool for points is in the hand and no layer of labels is selected.</summary>
    public bool HasLayer => bench.Viewer.SelectedLayer is PointsLayer || (IsToolTaken && bench.Viewer.SelectedLayer is not LabelsLayer);

    /// <summary>Whether keys such as Delete belong to the points now.</summary>
    public bool HasKeys => IsToolTaken || (bench.Hand.Tool == ToolTable.Navigate && Selected.Count > 0);

    public bool IsSelected(int index) => _selected.Contains(index) && Selected.Count > 0;

    /// <summary>Selects these points and no others.</summary>
    public void Select(IEnumerable<int> points)
    {
        _of = Target;
        _count = _of?.Positions.Length ?? 0;
        _selected.Clear();
        _selected.UnionWith(points.Where(index => index >= 0 && index < _count));
        bench.Activity.Request();
    }

    /// <summary>Adds a point to the selected ones, or takes it from them.</summary>
    public void Toggle(int index) => Select(Selected.Contains(index) ? Selected.Where(other => other != index).ToList() : [.. Selected, index]);

    public void SelectAll() => Select(Enumerable.Range(0, Target?.Positions.Length ?? 0));

    /// <summary>Adds an empty layer over the voxels of the layer that is looked at.</summary>
    public PointsLayer? AddLayer()
    {
        if (SliceSteps.Reference(bench.Viewer) is not { } reference)
            return null;
        var layer = new PointsLayer("Points", [], reference.Shape, reference.Spacing) { Origin = $"Placed on '{reference.Name}'" };
        bench.AddLayers([layer]);
        bench.WantedTab = SideTab.Points;
        return layer;
    }

    /// <summary>Adds a point, selects it, and gives it the value of the one that was selected last. Where there is no layer for it, one is made.</summary>
    public void Add(WorldPoint place)
    {
        using (bench.History.Step("Add a point"))
        {
            if ((Target ?? AddLayer()) is not { } layer)
                return;
            var values = layer.Values;
            if (!values.IsEmpty)
                values = values.Add(values[Selected.Count > 0 ? Selected.Max() : values.Length - 1]);
            layer.Positions = layer.Positions.Add(place.ToVector3());
            layer.Values = values;
            Select([layer.Positions.Length - 1]);
        }
    }

    /// <summary>Takes the selected points away.</summary>
    public void RemoveSelected()
    {
        if (Target is not { } layer || Selected.Count == 0)
            return;
        var gone = Selected.ToHashSet();
        using (bench.History.Step(gone.Count == 1 ? "Remove a point" : $"Remove {gone.Count:N0} points"))
        {
            var values = layer.Values;
            layer.Positions = Without(layer.Positions, gone);
            layer.Values = values.IsEmpty ? values : Without(values, gone);
            Select([]);
        }
    }

    /// <summary>Puts the selected points to where they were, and then so far on; what is dragged on and on is one step.</summary>
    /// <param name="origin">All places as they were when the drag began.</param>
    /// <param name="by">How far (x, y, z), µm.</param>
    public void MoveSelected(ImmutableArray<Vector3> origin, Vector3 by)
    {
        if (Target is not { } layer || layer.Positions.Length != origin.Length)
            return;
        var places = origin.ToArray();
        foreach (var index in Selected)
            places[index] += by;
        layer.Positions = ImmutableCollectionsMarshal.AsImmutableArray(places);
    }

    /// <summary>Gives the points values to be coloured by, or none.</summary>
    /// <param name="title">In words, for the step.</param>
    /// <param name="valueOf">The value of a point by its place in the list and (x, y, z), µm; null for none.</param>
    public void ColorBy(string title, Func<int, Vector3, float>? valueOf)
    {
        if (Target is not { } layer || layer.Positions.IsEmpty)
            return;
        using (bench.History.Step($"Colour of points by {title}"))
        {
            if (valueOf is null)
                layer.Values = [];
            else
                layer.ColorBy([.. layer.Positions.Select((place, index) => valueOf(index, place))]);
        }
    }

    private static ImmutableArray<T> Without<T>(ImmutableArray<T> all, HashSet<int> gone) => [.. all.Where((_, index) => !gone.Contains(index))];
}
