using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace VolumeViewer.Sdk;

/// <summary>Something drawn to measure with: plain data, which files can keep. What it measures is asked of its properties, of <see cref="VoxelRegion"/> and of <see cref="LineProfile"/>.</summary>
/// <remarks>Lengths are in the unit of the world: µm, or voxels where no layer has a known voxel size.</remarks>
public sealed record Measurement
{
    /// <summary>The widest band of a profile, in voxels.</summary>
    public const int MostWidth = 199;

    private readonly ImmutableArray<WorldPoint> _points;
    private readonly int _width = 1;

    /// <param name="kind">What it measures.</param>
    /// <param name="points">As many as the kind asks for, in the viewer's world.</param>
    /// <param name="plane">The axis across which the slice lies that it was drawn on; null for what was drawn in 3-D.</param>
    /// <exception cref="ArgumentException">There are too few or too many points, one is not finite, or a rectangle or an ellipse has no plane.</exception>
    public Measurement(MeasurementKind kind, ImmutableArray<WorldPoint> points, Axis? plane)
    {
        if (plane is null && (kind is MeasurementKind.Rectangle or MeasurementKind.Ellipse))
            throw new ArgumentException($"A measurement of the kind {kind} lies in a slice: tell the axis across it.", nameof(plane));
        (Kind, Plane, Points) = (kind, plane, points);
    }

    /// <summary>Tells it from others, whatever becomes of its name and points.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>Shown beside it and in tables.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it measures.</summary>
    public MeasurementKind Kind { get; }

    /// <summary>The axis across which the slice lies that it was drawn on; null for what was drawn in 3-D.</summary>
    public Axis? Plane { get; }

    /// <summary>Its points in the viewer's world.</summary>
    /// <exception cref="ArgumentException">There are too few or too many for its kind, or one is not finite.</exception>
    public ImmutableArray<WorldPoint> Points
    {
        get => _points;
        init
        {
            var (least, most) = PointsOf(Kind);
            if (value.IsDefault || value.Length < least || value.Length > most)
                throw new ArgumentException($"A measurement of the kind {Kind} has {(least == most ? $"{least}" : $"{least} or more")} points, got {(value.IsDefault ? 0 : value.Length)}.", nameof(value));
            foreach (var point in value)
            {
                if (!double.IsFinite(point.Z + point.Y + point.X))
                    throw new ArgumentException($"A measurement needs finite points, got {point}.", nameof(value));
            }
            _points = value;
        }
    }

    /// <summary>Its colour.</summary>
    public Rgba Color { get; init; } = new(255, 214, 10);

    /// <summary>Whether it is drawn.</summary>
    public bool Visible { get; init; } = true;

    /// <summary>For a profile: over how many voxels across the line values are averaged. 1 to <see cref="MostWidth"/>.</summary>
    public int Width { get => _width; init => _width = Math.Clamp(value, 1, MostWidth); }

    /// <summary>Whether it measures along a line through its points.</summary>
    [JsonIgnore]
    public bool IsLine => Kind is MeasurementKind.Ruler or MeasurementKind.Profile or MeasurementKind.Path;

    /// <summary>Whether it measures what lies in it.</summary>
    [JsonIgnore]
    public bool IsRegion => Kind is MeasurementKind.Rectangle or MeasurementKind.Ellipse or MeasurementKind.Box;

    /// <summary>How many points a kind has, at least and at most.</summary>
    public static (int Least, int Most) PointsOf(MeasurementKind kind) => kind switch
    {
        MeasurementKind.Angle => (3, 3),
        MeasurementKind.Path => (2, int.MaxValue),
        _ => (2, 2),
    };

    /// <summary>Length of the line through its points, in the unit of the world.</summary>
    [JsonIgnore]
    public double Length => LengthWith(1, 1, 1);

    /// <summary>The same length when a step from voxel to voxel counts as 1 along every axis.</summary>
    /// <param name="spacing">Distance between the voxels.</param>
    public double LengthInVoxels(Spacing spacing) => LengthWith(spacing.Z, spacing.Y, spacing.X);

    /// <summary>The angle at the second point, degrees from 0 to 180; NaN where an arm has no length or there is no angle.</summary>
    [JsonIgnore]
    public double Degrees
    {
        get
        {
            if (Kind != MeasurementKind.Angle)
                return double.NaN;
            var (a, b) = (Arm(0), Arm(2));
            var (y, x) = (Size((a.Y * b.X) - (a.X * b.Y), (a.X * b.Z) - (a.Z * b.X), (a.Z * b.Y) - (a.Y * b.Z)), (a.Z * b.Z) + (a.Y * b.Y) + (a.X * b.X));
            // By the arc tangent, since the arc cosine loses half of the digits where the arms are nearly parallel.
            return y == 0 && x == 0 ? double.NaN : Math.Atan2(y, x) * 180 / Math.PI;
        }
    }

    /// <summary>Edges (z, y, x) of the box around its points.</summary>
    [JsonIgnore]
    public (double Z, double Y, double X) Edges =>
        (Points.Max(point => point.Z) - Points.Min(point => point.Z), Points.Max(point => point.Y) - Points.Min(point => point.Y), Points.Max(point => point.X) - Points.Min(point => point.X));

    /// <summary>Area of a rectangle (a · b) or an ellipse (π a b / 4 of its axes a and b); NaN for other kinds.</summary>
    [JsonIgnore]
    public double Area
    {
        get
        {
            if (Plane is not { } axis || Kind is not (MeasurementKind.Rectangle or MeasurementKind.Ellipse))
                return double.NaN;
            var (z, y, x) = Edges;
            var rectangle = axis switch { Axis.Z => y * x, Axis.Y => z * x, _ => z * y };
            return Kind == MeasurementKind.Ellipse ? rectangle * Math.PI / 4 : rectangle;
        }
    }

    /// <summary>Volume of a box; NaN for other kinds.</summary>
    [JsonIgnore]
    public double Volume => Kind == MeasurementKind.Box && Edges is var (z, y, x) ? z * y * x : double.NaN;

    /// <summary>The same with every point stretched from the origin, as the voxels of a layer are when they get another size.</summary>
    public Measurement Stretched(double z, double y, double x) =>
        this with { Points = [.. Points.Select(point => new WorldPoint(point.Z * z, point.Y * y, point.X * x))] };

    private (double Z, double Y, double X) Arm(int end) => (Points[end].Z - Points[1].Z, Points[end].Y - Points[1].Y, Points[end].X - Points[1].X);

    private double LengthWith(double z, double y, double x)
    {
        var length = 0.0;
        for (var index = 1; index < Points.Length; index++)
            length += Size((Points[index].Z - Points[index - 1].Z) / z, (Points[index].Y - Points[index - 1].Y) / y, (Points[index].X - Points[index - 1].X) / x);
        return length;
    }

    private static double Size(double z, double y, double x) => Math.Sqrt((z * z) + (y * y) + (x * x));
}
