namespace PrincipalAxes;

/// <summary>One principal axis: a direction, and how far the voxels lie apart along it.</summary>
/// <param name="Variance">Of the voxels' places along the axis, in the square of the volume's unit.</param>
/// <param name="Z">Of the unit vector along the axis; its largest component is positive.</param>
/// <param name="Y">Of the unit vector.</param>
/// <param name="X">Of the unit vector.</param>
public sealed record PrincipalAxis(double Variance, double Z, double Y, double X)
{
    /// <summary>Half the axis of the solid ellipsoid of that variance: an ellipsoid of half axis a has the variance a²/5.</summary>
    public double HalfAxis => Math.Sqrt(5 * Variance);
}
