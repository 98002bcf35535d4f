namespace VolumeViewer.Host.Rendering;

/// <summary>Where a slice view stands, whatever its size: what is in its middle, and how much of the world its shorter side shows.</summary>
/// <param name="CenterU">µm along the axis to the right.</param>
/// <param name="CenterV">µm along the axis down.</param>
/// <param name="Shown">µm across the shorter side.</param>
internal readonly record struct SlicePlace(double CenterU, double CenterV, double Shown)
{
    /// <summary>Where a view of some size stands.</summary>
    public static SlicePlace Of(SliceCamera camera, int width, int height) => new(camera.CenterU, camera.CenterV, camera.MicrometresPerPixel * Math.Min(width, height));

    /// <summary>Puts a view of some size there.</summary>
    public void Put(SliceCamera camera, int width, int height)
    {
        (camera.CenterU, camera.CenterV) = (CenterU, CenterV);
        if (Shown > 0 && double.IsFinite(Shown))
            camera.MicrometresPerPixel = Shown / Math.Max(1, Math.Min(width, height));
    }
}
