using System.Numerics;

namespace VolumeViewer.Host.Rendering;

/// <summary>Which places of a layer an oblique slice view shows: several for each pixel, where voxels are smaller than pixels.</summary>
/// <param name="Corner">The upper left corner of the view, (x, y, z) in µm.</param>
/// <param name="PerColumn">From a pixel to the one on its right, µm.</param>
/// <param name="PerRow">From a pixel to the one below, µm.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Samples">Places for each pixel along each direction.</param>
internal readonly record struct ObliqueKey(Vector3 Corner, Vector3 PerColumn, Vector3 PerRow, int Width, int Height, int Samples)
{
    /// <summary>Places in a row.</summary>
    public int Columns => Width * Samples;

    /// <summary>Rows of places.</summary>
    public int Rows => Height * Samples;
}
