using System.Numerics;

namespace VolumeViewer.Host.Rendering;

/// <summary>How a slice is turned in its plane: perhaps mirrored from left to right first, then turned clockwise.</summary>
/// <param name="Degrees">Clockwise, from −180 to 180.</param>
/// <param name="IsMirrored">Whether left and right are exchanged before.</param>
internal readonly record struct SliceTurn(double Degrees, bool IsMirrored)
{
    /// <summary>The direction to the right in the view, along the slice's axes u and v.</summary>
    public Vector2 Right => new((float)(IsMirrored ? -Cos : Cos), (float)-Sin);

    /// <summary>The direction down in the view, likewise.</summary>
    public Vector2 Down => new((float)(IsMirrored ? -Sin : Sin), (float)Cos);

    // Quarter turns are exact: their pictures consist of whole voxels.
    private double Sin => Degrees switch { 0 or 180 or -180 => 0, 90 => 1, -90 => -1, _ => Math.Sin(Degrees * Math.PI / 180) };

    private double Cos => Degrees switch { 0 => 1, 180 or -180 => -1, 90 or -90 => 0, _ => Math.Cos(Degrees * Math.PI / 180) };

    /// <summary>A turn with its angle brought into its range.</summary>
    public static SliceTurn Of(double degrees, bool isMirrored)
    {
        var within = double.IsFinite(degrees) ? Math.IEEERemainder(degrees, 360) : 0;
        // Zero without a sign.
        return new SliceTurn(within == -180 ? 180 : within + 0.0, isMirrored);
    }

    /// <summary>What is seen is turned clockwise.</summary>
    public SliceTurn By(double degrees) => Of(Degrees + degrees, IsMirrored);

    /// <summary>What is seen is mirrored from left to right.</summary>
    public SliceTurn FlippedAcross() => Of(-Degrees, !IsMirrored);

    /// <summary>What is seen is mirrored from top to bottom.</summary>
    public SliceTurn FlippedDown() => Of(180 - Degrees, !IsMirrored);
}
