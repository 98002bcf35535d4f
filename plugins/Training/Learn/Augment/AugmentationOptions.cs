using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>The changes of <see cref="AugmentationKind.Full"/>: of each the chance that a patch undergoes it (0 switches it off), and how far it goes.</summary>
/// <remarks>
/// Chances and ranges are those of nnU-Net v2 for slices (Isensee et al., Nature Methods 18 (2021) 203–211) where it has the same change. Elastic deformation,
/// which nnU-Net has left off, drift and rings are ours. Grey values are in standard deviations of the slice, lengths in voxels.
/// </remarks>
internal sealed record AugmentationOptions
{
    [Parameter("Mirrors", Min = 0, Max = 1, Help = "Chance of a flip along each axis.")]
    public double Mirrors { get; init; } = 0.5;

    [Parameter("Transposition", Min = 0, Max = 1, Help = "Chance that rows and columns change places, which with flips makes quarter turns.")]
    public double Transposition { get; init; } = 0.5;

    [Parameter("Rotation", Min = 0, Max = 1, Help = "Chance of a rotation within the slice.")]
    public double Rotation { get; init; } = 0.2;

    [Parameter("Rotation, at most", Unit = "°", Min = 0, Max = 180, Help = "Angles are drawn evenly up to this, either way.")]
    public double RotationDegrees { get; init; } = 180;

    [Parameter("Scaling", Min = 0, Max = 1, Help = "Chance of another magnification.")]
    public double Scaling { get; init; } = 0.2;

    [Parameter("Scaling, at most", Min = 1, Max = 4, Help = "Greatest magnification; the least is its inverse.")]
    public double ScalingFactor { get; init; } = 1.4;

    [Parameter("Elastic deformation", Min = 0, Max = 1, Help = "Chance of a smooth displacement at random.")]
    public double Elastic { get; init; } = 0.1;

    [Parameter("Elastic displacement", Unit = "voxel", Min = 0, Max = 64, Help = "Standard deviation of the displacement at the knots.")]
    public double ElasticVoxels { get; init; } = 4;

    [Parameter("Elastic knots", Unit = "voxel", Min = 4, Max = 1024, Help = "Distance between the knots of the displacement.")]
    public double ElasticSpacing { get; init; } = 32;

    [Parameter("Blur", Min = 0, Max = 1, Help = "Chance of a Gaussian blur.")]
    public double Blur { get; init; } = 0.2;

    [Parameter("Blur, at most", Unit = "voxel", Min = 0, Max = 16, Help = "Its standard deviation is drawn between half of this and this.")]
    public double BlurVoxels { get; init; } = 1;

    [Parameter("Brightness", Min = 0, Max = 1, Help = "Chance that grey values are multiplied by a factor.")]
    public double Brightness { get; init; } = 0.15;

    [Parameter("Brightness range", Min = 0, Max = 0.99, Help = "The factor lies within 1 ± this.")]
    public double BrightnessRange { get; init; } = 0.25;

    [Parameter("Contrast", Min = 0, Max = 1, Help = "Chance that distances from the mean are multiplied by a factor; the range of values stays.")]
    public double Contrast { get; init; } = 0.15;

    [Parameter("Contrast range", Min = 0, Max = 0.99, Help = "The factor lies within 1 ± this.")]
    public double ContrastRange { get; init; } = 0.25;

    [Parameter("Low resolution", Min = 0, Max = 1, Help = "Chance that the patch looks as if scanned with larger voxels.")]
    public double LowResolution { get; init; } = 0.25;

    [Parameter("Low resolution, at most", Min = 1, Max = 8, Help = "Greatest edge of those voxels.")]
    public double LowResolutionFactor { get; init; } = 2;

    [Parameter("Gamma", Min = 0, Max = 1, Help = "Chance of a bent grey scale; mean and standard deviation stay.")]
    public double Gamma { get; init; } = 0.3;

    [Parameter("Inverted gamma", Min = 0, Max = 1, Help = "Chance of the same from the bright end.")]
    public double InvertedGamma { get; init; } = 0.1;

    [Parameter("Gamma, at most", Min = 1, Max = 4, Help = "Greatest exponent; the least is its inverse.")]
    public double GammaExponent { get; init; } = 1.5;

    [Parameter("Drift", Min = 0, Max = 1, Help = "Chance of grey values that drift slowly over the patch.")]
    public double Drift { get; init; } = 0.15;

    [Parameter("Drift deviation", Min = 0, Max = 4, Help = "Standard deviation of the drift.")]
    public double DriftDeviation { get; init; } = 0.3;

    [Parameter("Rings", Min = 0, Max = 1, Help = "Chance of ring artefacts around an axis somewhere in the slice.")]
    public double Rings { get; init; } = 0.15;

    [Parameter("Ring deviation", Min = 0, Max = 4, Help = "Standard deviation of the rings.")]
    public double RingDeviation { get; init; } = 0.3;

    [Parameter("Noise", Min = 0, Max = 1, Help = "Chance of Gaussian noise.")]
    public double Noise { get; init; } = 0.1;

    [Parameter("Noise deviation, at most", Min = 0, Max = 4, Help = "Greatest standard deviation; its square is drawn evenly.")]
    public double NoiseDeviation { get; init; } = 0.3;
}
