using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>
/// Reads planes of labels. Where these are read on demand, a plane across y or x takes all of the file: the last one of each axis is kept, and only the rows in which
/// something was painted are read again.
/// </summary>
internal sealed class LabelPlanes(LabelsLayer layer)
{
    private readonly Dictionary<Axis, Kept> _kept = new() { [Axis.Y] = new(), [Axis.X] = new() };

    /// <summary>The labels of a plane, see <see cref="PlaneVoxels"/>; safe to call from several threads.</summary>
    public byte[] Read(PlaneKey key)
    {
        var labels = layer.Labels;
        if (!labels.IsOnDemand || key.Count > 1 || !_kept.TryGetValue(key.Axis, out var kept))
            return PlaneVoxels.Read(labels, key);
        lock (kept.Reading)
        {
            if (kept.Key != key || kept.Texels is null)
            {
                kept.TakeChange();
                (kept.Key, kept.Texels) = (null, PlaneVoxels.Read(labels, key));
                kept.Key = key;
            }
            if (kept.TakeChange() is var (first, last))
                PlaneVoxels.Fill(labels, key, first, last, kept.Texels);
            return (byte[])kept.Texels.Clone();
        }
    }

    /// <summary>Takes up that labels within a box changed.</summary>
    public void Invalidate(VoxelBox box)
    {
        foreach (var kept in _kept.Values)
            kept.Change(box.Z, box.LastZ);
    }

    private sealed class Kept
    {
        // Guards what changed, for which nobody waits while a plane is read.
        private readonly Lock _changing = new();
        private (int First, int Last)? _changed;

        public Lock Reading { get; } = new();

        public PlaneKey? Key { get; set; }

        public byte[]? Texels { get; set; }

        public void Change(int first, int last)
        {
            lock (_changing)
                _changed = _changed is var (from, to) ? (Math.Min(first, from), Math.Max(last, to)) : (first, last);
        }

        public (int First, int Last)? TakeChange()
        {
            lock (_changing)
            {
                var changed = _changed;
                _changed = null;
                return changed;
            }
        }
    }
}
