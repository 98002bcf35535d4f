using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>How a flat cut through the world is looked at, along an axis or obliquely. Pixels are counted from the upper left corner of the view.</summary>
internal interface IPlaneCamera
{
    /// <summary>The axis that the cut lies across, or null for an oblique one.</summary>
    Axis? Across { get; }

    /// <summary>The direction to the right in the view, (x, y, z), length 1.</summary>
    Vector3 Right { get; }

    /// <summary>The direction down in the view, length 1.</summary>
    Vector3 Down { get; }

    /// <summary>How large a pixel is.</summary>
    double MicrometresPerPixel { get; }

    /// <summary>The point under a place in the view, on the cut through the cursor.</summary>
    WorldPoint ToWorld(double pixelX, double pixelY, int width, int height, WorldPoint cursor);

    /// <summary>The same camera for a picture of the same part of the world with this many times the pixels along each edge.</summary>
    IPlaneCamera Finer(int factor);
}
