using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>A layer of which one box is drawn apart, with finer voxels: what is cut away while the one or the other is drawn.</summary>
internal readonly struct PartCut
{
    private readonly LayerCut _cut;
    private readonly Vector3 _low;
    private readonly Vector3 _high;
    private readonly Vector3 _extent;

    /// <param name="cut">What is cut away of the layer.</param>
    /// <param name="box">The voxels that are drawn apart.</param>
    /// <param name="layer">The layer.</param>
    public PartCut(LayerCut cut, VoxelBox box, Layer layer)
    {
        var voxel = new Vector3((float)layer.Spacing.X, (float)layer.Spacing.Y, (float)layer.Spacing.Z);
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
    public ClipBlock Within
    {
        get
        {
            var block = _cut.ToBlock();
            var (low, high) = (Vector3.Max(block.Low, _low), Vector3.Min(block.High, _high));
            var inner = 0;
            for (var axis = 0; axis < 3; axis++)
            {
                // Only walls of the box itself, not those of the volume or the crop box, have the layer on their other side.
                inner |= low[axis] == _low[axis] && _low[axis] > 0 && block.Low[axis] < _low[axis] ? 1 << (2 * axis) : 0;
                inner |= high[axis] == _high[axis] && _high[axis] < _extent[axis] * (1 - 1e-6f) && block.High[axis] > _high[axis] ? 2 << (2 * axis) : 0;
            }
            block.Low = low - _low;
            block.High = high - _low;
            block.InnerWalls = inner;
            for (var i = 0; i < (int)block.Count; i++)
            {
                var plane = block.Planes[i];
                block.Planes[i] = plane with { W = plane.W - Vector3.Dot(new Vector3(plane.X, plane.Y, plane.Z), _low) };
            }
            return block;
        }
    }
}
