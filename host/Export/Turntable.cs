using System.Numerics;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Export;

/// <summary>The camera goes around its target at an even pace, about an axis of the world.</summary>
internal sealed class Turntable : IAnimation
{
    private readonly Quaternion _start;
    private readonly Vector3 _axis;
    private readonly double _degrees;
    private readonly IReadOnlyDictionary<Axis, SlicePlace> _places;

    /// <param name="start">Where the camera looks at the beginning.</param>
    /// <param name="degrees">How far it goes; the object seems to turn to the right for positive angles.</param>
    /// <param name="axis">What it goes around.</param>
    /// <param name="places">Where slice views stand.</param>
    public Turntable(Quaternion start, double degrees, Axis axis = Axis.Y, IReadOnlyDictionary<Axis, SlicePlace>? places = null) =>
        (_start, _degrees, _axis, _places) = (start, degrees, SliceCamera.Unit(axis), places ?? new Dictionary<Axis, SlicePlace>());

    public bool IsLoop => true;

    public void Put(Viewer viewer, double time, IDictionary<Axis, SlicePlace> places)
    {
        // The rotation about the axis of the world comes after the camera's own.
        viewer.Camera.Orientation = Quaternion.Normalize(Quaternion.CreateFromAxisAngle(_axis, (float)(_degrees * time % 360 * Math.PI / 180)) * _start);
        foreach (var (axis, place) in _places)
            places[axis] = place;
    }
}
