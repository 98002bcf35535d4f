using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>A round brush on a slice. Its size counts voxels of the finer axis; where voxels are not square it is round in µm.</summary>
internal readonly record struct BrushTip
{
    // Voxel centres on the edge belong to the brush, whatever is lost by rounding.
    private const double Tolerance = 1e-9;

    private readonly int _diameterU;
    private readonly int _diameterV;

    public BrushTip(int diameter, SliceGrid grid)
    {
        var (u, v) = (grid.Spacing.Along(grid.AxisU), grid.Spacing.Along(grid.AxisV));
        var length = diameter * Math.Min(u, v);
        (_diameterU, _diameterV) = (Math.Max(1, (int)Math.Round(length / u)), Math.Max(1, (int)Math.Round(length / v)));
    }

    /// <summary>Half its size along u, in voxels.</summary>
    public double RadiusU => _diameterU / 2.0;

    /// <summary>Half its size along v, in voxels.</summary>
    public double RadiusV => _diameterV / 2.0;

    /// <summary>Where the brush stands for a pointer: on the centre of a voxel when its size is odd, on a corner when it is even, so that it is the same everywhere.</summary>
    public (double U, double V) Snap((double U, double V) place) => (Snap(place.U, _diameterU), Snap(place.V, _diameterV));

    /// <summary>The voxels that the brush covers on its way, or may cover.</summary>
    public VoxelBox? Box(SliceGrid grid, (double U, double V) from, (double U, double V) to) => grid.Box(
        (int)Math.Floor(Math.Min(from.U, to.U) - RadiusU), (int)Math.Floor(Math.Min(from.V, to.V) - RadiusV),
        (int)Math.Ceiling(Math.Max(from.U, to.U) + RadiusU) - 1, (int)Math.Ceiling(Math.Max(from.V, to.V) + RadiusV) - 1);

    /// <summary>Whether a voxel's centre comes under the brush on its way.</summary>
    public bool Covers(int u, int v, (double U, double V) from, (double U, double V) to)
    {
        // In units of the radii the brush is a circle of radius 1, and the way a straight line.
        var (pointU, pointV) = ((u + 0.5 - from.U) / RadiusU, (v + 0.5 - from.V) / RadiusV);
        var (wayU, wayV) = ((to.U - from.U) / RadiusU, (to.V - from.V) / RadiusV);
        var length = (wayU * wayU) + (wayV * wayV);
        var share = length > 0 ? Math.Clamp(((pointU * wayU) + (pointV * wayV)) / length, 0, 1) : 0;
        var (offU, offV) = (pointU - (share * wayU), pointV - (share * wayV));
        return (offU * offU) + (offV * offV) <= 1 + Tolerance;
    }

    private static double Snap(double place, int diameter) => diameter % 2 == 1 ? Math.Floor(place) + 0.5 : Math.Round(place, MidpointRounding.AwayFromZero);
}
