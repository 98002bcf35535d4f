using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Counts the labels of the slices that are looked at, in the background.</summary>
internal sealed class SliceCounts(Action changed)
{
    private const int MostKept = 24;

    private readonly List<(LabelVolume Labels, Axis Axis, int Index, int Version, Task<long[]> Counts)> _kept = [];

    /// <summary>Voxels of a slice by label, the last entry for unlabelled ones; null while they are counted, and outside of the volume.</summary>
    /// <param name="labels">The volume.</param>
    /// <param name="axis">The axis that the slice lies across.</param>
    /// <param name="index">The slice.</param>
    /// <param name="version">Another number after a change of the labels.</param>
    public long[]? Of(LabelVolume labels, Axis axis, int index, int version)
    {
        if (index < 0 || index >= labels.Shape.Along(axis))
            return null;
        var place = _kept.FindIndex(each => ReferenceEquals(each.Labels, labels) && each.Axis == axis && each.Index == index && each.Version == version);
        if (place < 0)
        {
            _kept.Add((labels, axis, index, version, Task.Run(() => Told(labels, axis, index))));
            if (_kept.Count > MostKept)
                _kept.RemoveAt(0);
            return null;
        }
        var counts = _kept[place].Counts;
        return counts.IsCompletedSuccessfully ? counts.Result : null;
    }

    public static long[] Count(LabelVolume labels, Axis axis, int index)
    {
        var (counts, shape) = (new long[LabelVolume.Unlabelled + 1], labels.Shape);
        for (var z = axis == Axis.Z ? index : 0; z < (axis == Axis.Z ? index + 1 : shape.Depth); z++)
        {
            var slice = labels.Slice(z);
            switch (axis)
            {
                case Axis.Z:
                    foreach (var label in slice)
                        counts[label]++;
                    break;
                case Axis.Y:
                    foreach (var label in slice.Slice(index * shape.Width, shape.Width))
                        counts[label]++;
                    break;
                default:
                    for (var at = index; at < slice.Length; at += shape.Width)
                        counts[slice[at]]++;
                    break;
            }
        }
        return [.. counts.Take(labels.Phases.Count), counts[LabelVolume.Unlabelled]];
    }

    private long[] Told(LabelVolume labels, Axis axis, int index)
    {
        try
        {
            return Count(labels, axis, index);
        }
        finally
        {
            changed();
        }
    }
}
