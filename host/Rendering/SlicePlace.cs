using System.Numerics;

namespace VolumeViewer.Host.Rendering;

/// <summary>Where a slice view stands, whatever its size: what is in its middle, how much of the world its shorter side shows, and how it is turned.</summary>
/// <param name="CenterU">µm along the axis that runs to the right where it is not turned.</param>
/// <param name="CenterV">µm along the axis that runs down there.</param>
/// <param name="Shown">µm across the shorter side; 0 for a view that shows all.</param>
/// <param name="Degrees">How it is turned clockwise.</param>
/// <param name="IsMirrored">Whether left and right are exchanged before.</param>
internal readonly record struct SlicePlace(double CenterU, double CenterV, double Shown, double Degrees = 0, bool IsMirrored = false)
{
    /// <summary>How the view is turned.</summary>
    public SliceTurn Turn() => SliceTurn.Of(Degrees, IsMirrored);

    /// <summary>Where a view of some size stands.</summary>
    public static SlicePlace Of(SliceCamera camera, int width, int height) =>
        new(camera.Middle.U, camera.Middle.V, camera.MicrometresPerPixel * Math.Min(width, height), camera.Turn.Degrees, camera.Turn.IsMirrored);

    /// <summary>The place of a view that shows all of the scene.</summary>
    public static SlicePlace OfAll(SliceTurn turn) => new(0, 0, 0, turn.Degrees, turn.IsMirrored);

    /// <summary>Puts a view of some size there.</summary>
    /// <param name="camera">The view.</param>
    /// <param name="extent">Of the scene (x, y, z), µm.</param>
    /// <param name="width">Of the view, pixels.</param>
    /// <param name="height">Likewise.</param>
    public void Put(SliceCamera camera, Vector3 extent, int width, int height)
    {
        camera.TurnTo(Turn());
        if (!(Shown > 0 && double.IsFinite(Shown)))
        {
            camera.Fit(extent, width, height);
            return;
        }
        camera.Center(CenterU, CenterV);
        camera.MicrometresPerPixel = Shown / Math.Max(1, Math.Min(width, height));
    }
}
