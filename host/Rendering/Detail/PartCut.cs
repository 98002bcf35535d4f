using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>A layer of which one box is drawn apart, with finer voxels: what is cut away while the one or the other is drawn.</summary>
internal readonly struct PartCut
{
    private const float Far = 1e20f;

    private readonly LayerCut _cut;
    private readonly Vector3 _low;
    private readonly Vector3 _high;
    private readonly Vector3 _extent;

    /// <param name="cut">What is cut away of the layer.</param>
    /// <param name="box">The voxels that are drawn apart.</param>
    /// <param name="layer">The layer.</param>
    public PartCut(LayerCut cut, VoxelBox box, Layer layer)
    {
        var voxel = layer.Spacing.ToVector3();
        (_cut, _extent) = (cut, Viewer.ExtentOf(layer));
        _low = new Vector3(box.X, box.Y, box.Z) * voxel;
        _high = new Vector3(box.X + box.Width, box.Y + box.Height, box.Z + box.Depth) * voxel;
    }

    /// <summary>Where the box begins, (x, y, z) in µm: the origin of what is drawn with <see cref="Within"/>.</summary>
    public Vector3 Origin => _low;

    /// <summary>Leaves of every line of sight what lies behind the box.</summary>
    public ClipBlock Behind => _cut.ToBlock() with { PartLow = _low, PartHigh = _high, PartSide = 2 };

    /// <summary>Leaves what lies before the box, and lines of sight that miss it.</summary>
    public ClipBlock Before => _cut.ToBlock() with { PartLow = _low, PartHigh = _high, PartSide = 1 };

    /// <summary>Leaves what lies in the box, in the coordinates of the box.</summary>
    public ClipBlock Within => CutWithin.ToBlock() with { InnerWalls = InnerWalls };

    /// <summary>What is cut away of the box, in its coordinates, if nothing but the box is drawn.</summary>
    public LayerCut CutWithin
    {
        get
        {
            var low = _low;
            return new LayerCut(Vector3.Max(_cut.Low, _low) - low, Vector3.Min(_cut.High, _high) - low,
                [.. _cut.Planes.Select(plane => plane with { W = plane.W - Vector3.Dot(new Vector3(plane.X, plane.Y, plane.Z), low) })], _cut.Surplus);
        }
    }

    /// <summary>The same, but for what lies beyond the box, where the layer goes on.</summary>
    public LayerCut SolidWithin
    {
        get
        {
            var (cut, walls) = (CutWithin, InnerWalls);
            var (low, high) = (cut.Low, cut.High);
            for (var axis = 0; axis < 3; axis++)
            {
                low[axis] = (walls & (1 << (2 * axis))) != 0 ? -Far : low[axis];
                high[axis] = (walls & (2 << (2 * axis))) != 0 ? Far : high[axis];
            }
            return cut with { Low = low, High = high };
        }
    }

    /// <summary>Walls of the box itself, not those of the volume or the crop box: they have the layer on their other side. 1 lowest x, 2 highest x, 4 and 8 of y, 16 and 32 of z.</summary>
    public int InnerWalls
    {
        get
        {
            var inner = 0;
            for (var axis = 0; axis < 3; axis++)
            {
                inner |= _low[axis] > 0 && _cut.Low[axis] < _low[axis] ? 1 << (2 * axis) : 0;
                inner |= _high[axis] < _extent[axis] * (1 - 1e-6f) && _cut.High[axis] > _high[axis] ? 2 << (2 * axis) : 0;
            }
            return inner;
        }
    }

    /// <summary>One side of the box, for rays.</summary>
    public RayPart Side(bool isBehind) => new(_low, _high, isBehind);
}
