using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>
/// Where voxels have changed since this was last taken up. What only 3-D views need of a change waits here while a stroke is drawn in a slice: it costs far more than the step of the stroke.
/// </summary>
internal sealed class ChangedBoxes
{
    // The steps of a stroke overlap: a few of them make one box that is not much larger than each.
    private const int MostGrowth = 2;

    // Without a 3-D view nobody may take them up for hours: then they become one box.
    private const int Most = 4096;

    private readonly List<VoxelBox> _boxes = [];
    private long _largest;

    public bool IsEmpty => _boxes.Count == 0;

    /// <summary>Notes a change.</summary>
    public void Add(VoxelBox box)
    {
        if (_boxes.Count == Most)
        {
            var all = _boxes.Aggregate((one, other) => one.Union(other));
            _boxes.Clear();
            _boxes.Add(all);
        }
        if (_boxes.Count > 0 && _boxes[^1].Union(box) is var joined && joined.VoxelCount <= MostGrowth * Math.Max(_largest, box.VoxelCount))
        {
            _boxes[^1] = joined;
            _largest = Math.Max(_largest, box.VoxelCount);
        }
        else
        {
            _boxes.Add(box);
            _largest = box.VoxelCount;
        }
    }

    /// <summary>The boxes that hold every change so far; afterwards there is none.</summary>
    public IReadOnlyList<VoxelBox> Take()
    {
        VoxelBox[] taken = [.. _boxes];
        _boxes.Clear();
        return taken;
    }
}
