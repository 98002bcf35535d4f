using System.Diagnostics;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Painting;

/// <summary>Paints a large shape a few slices at a time, so that the window goes on meanwhile; all of it is one step to undo.</summary>
internal sealed class PaintInPieces : IDisposable
{
    // About what is painted within a few milliseconds.
    private const long PieceVoxels = 2 << 20;

    private readonly LabelsLayer _layer;
    private readonly IVoxelShape _shape;
    private readonly byte _label;
    private readonly VoxelFilter _filter;
    private readonly VoxelBox _box;
    private readonly IDisposable _step;
    private int _z;

    /// <param name="history">Gets the step.</param>
    /// <param name="title">Of the step.</param>
    /// <param name="layer">What is painted on.</param>
    /// <param name="shape">The voxels; has at least one.</param>
    /// <param name="label">What they get.</param>
    /// <param name="filter">What may be painted over.</param>
    public PaintInPieces(UndoHistory history, string title, LabelsLayer layer, IVoxelShape shape, byte label, VoxelFilter filter)
    {
        (_layer, _shape, _label, _filter) = (layer, shape, label, filter);
        _box = shape.Box ?? throw new ArgumentException("The shape holds no voxel.", nameof(shape));
        _z = _box.Z;
        _step = history.Step(title);
    }

    public LabelsLayer Layer => _layer;

    /// <summary>Goes on for about this long.</summary>
    /// <returns>Whether all is painted.</returns>
    public bool Go(TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        var depth = (int)Math.Clamp(PieceVoxels / ((long)_box.Height * _box.Width), 1, _box.Depth);
        while (_z <= _box.LastZ)
        {
            var count = Math.Min(depth, _box.LastZ - _z + 1);
            LabelPainter.Paint(_layer, _shape, new VoxelBox(_z, _box.Y, _box.X, count, _box.Height, _box.Width), _label, _filter);
            _z += count;
            if (clock.Elapsed >= time)
                break;
        }
        return _z > _box.LastZ;
    }

    /// <summary>Ends the step.</summary>
    public void Dispose() => _step.Dispose();
}
