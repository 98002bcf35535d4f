using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>One stroke, from the button's going down to its coming up: one step to undo. Between two places of the pointer it is a straight line.</summary>
internal sealed class BrushStroke : IDisposable
{
    private readonly LabelsLayer _layer;
    private readonly BrushTip _tip;
    private readonly byte _label;
    private readonly IDisposable _step;
    private (double U, double V)? _last;

    /// <param name="history">Gets the step.</param>
    /// <param name="layer">What is painted on.</param>
    /// <param name="grid">The slice.</param>
    /// <param name="diameter">Size of the brush, in voxels.</param>
    /// <param name="label">A phase, or <see cref="LabelVolume.Unlabelled"/> to erase.</param>
    public BrushStroke(UndoHistory history, LabelsLayer layer, SliceGrid grid, int diameter, byte label)
    {
        (_layer, Grid, _tip, _label) = (layer, grid, new BrushTip(diameter, grid), label);
        _step = history.Step(label == LabelVolume.Unlabelled ? $"Erase in '{layer.Name}'" : $"Paint {layer.Phases[label].Name} in '{layer.Name}'");
    }

    public SliceGrid Grid { get; }

    /// <summary>Goes on to a place of the pointer, in voxels of the slice.</summary>
    /// <returns>Whether any voxel changed.</returns>
    public bool MoveTo((double U, double V) place)
    {
        var to = _tip.Snap(place);
        if (_last == to)
            return false;
        var from = _last ?? to;
        _last = to;
        if (_tip.Box(Grid, from, to) is not { } box)
            return false;
        // A copy, since rows of the slice across x are single voxels and the closure is called for each.
        var (tip, label, axis) = (_tip, _label, Grid.Axis);
        return _layer.Edit(box, (z, y, row) =>
        {
            for (var i = 0; i < row.Length; i++)
            {
                var (u, v) = axis switch { Axis.Z => (box.X + i, y), Axis.Y => (box.X + i, z), _ => (z, y) };
                if (tip.Covers(u, v, from, to))
                    row[i] = label;
            }
        });
    }

    /// <summary>Ends the stroke, and the step.</summary>
    public void Dispose() => _step.Dispose();
}
