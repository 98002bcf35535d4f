using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>A measurement that is being drawn: the points that stand, and the one that follows the pointer.</summary>
internal sealed class MeasureDraft(MeasurementKind kind, Axis? plane, WorldPoint first)
{
    private readonly List<WorldPoint> _points = [first];

    public MeasurementKind Kind { get; } = kind;

    /// <summary>The axis across the slice it is drawn on; null in 3-D.</summary>
    public Axis? Plane { get; } = plane;

    /// <summary>The point that follows the pointer.</summary>
    public WorldPoint Moving { get; private set; } = first;

    /// <summary>All points, the moving one last.</summary>
    public IReadOnlyList<WorldPoint> Points => [.. _points, Moving];

    /// <summary>The points that stand.</summary>
    public IReadOnlyList<WorldPoint> Standing => _points;

    /// <summary>Whether the moving point is the last that is needed.</summary>
    public bool IsLast => _points.Count + 1 == Measurement.PointsOf(Kind).Most;

    /// <summary>Whether it could be finished as it stands: a path of several points.</summary>
    public bool CanFinish => _points.Count >= Measurement.PointsOf(Kind).Least;

    /// <summary>Lets the moving point follow.</summary>
    /// <param name="place">Of the pointer.</param>
    /// <param name="isStraight">Whether lines keep to steps of 45° and regions to equal sides.</param>
    public void Follow(WorldPoint place, bool isStraight)
    {
        if (Plane is { } across)
        {
            // Whatever slice is shown meanwhile, it stays on the one it was begun on.
            place = place.With(across, _points[0].Along(across));
            if (isStraight)
                place = Kind is MeasurementKind.Rectangle or MeasurementKind.Ellipse or MeasurementKind.Box
                    ? ShapeHandles.Square(_points[0], place, across) : ShapeHandles.Straight(_points[^1], place, across);
        }
        Moving = place;
    }

    /// <summary>Lets the moving point stand.</summary>
    /// <returns>Whether it has its points now.</returns>
    public bool Fix()
    {
        // A click on the point before adds nothing.
        if (Moving != _points[^1])
            _points.Add(Moving);
        return _points.Count == Measurement.PointsOf(Kind).Most;
    }

    /// <summary>Takes back the last point that stands.</summary>
    /// <returns>Whether there is one left.</returns>
    public bool Unfix()
    {
        _points.RemoveAt(_points.Count - 1);
        return _points.Count > 0;
    }
}
