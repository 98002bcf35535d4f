using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>Puts back what must not change, and counts the voxels of each phase before and after.</summary>
internal sealed class ChangeCounts
{
    private readonly LabelEdit _edit;
    private readonly PhaseTable _phases;
    private readonly long[] _before = new long[LabelVolume.Unlabelled + 1];
    private readonly long[] _after = new long[LabelVolume.Unlabelled + 1];
    private readonly long[] _came = new long[LabelVolume.Unlabelled + 1];

    public ChangeCounts(LabelEdit edit, LabelVolume after)
    {
        (_edit, _phases) = (edit, after.Phases);
        var gate = new Lock();
        after.ForEachSlice(z =>
        {
            edit.Limits.Restore(z, edit.Source.Slice(z), after.Slice(z));
            var (from, to, came) = (new long[_before.Length], new long[_before.Length], new long[_before.Length]);
            Count(edit.Source.Slice(z), after.Slice(z), from, to, came);
            lock (gate)
            {
                for (var label = 0; label < _before.Length; label++)
                    (_before[label], _after[label], _came[label]) = (_before[label] + from[label], _after[label] + to[label], _came[label] + came[label]);
            }
        }, edit.Token);
    }

    /// <summary>A row for each phase, and one for what is unlabelled.</summary>
    public Table ToTable()
    {
        var voxel = _edit.Spacing.Z * _edit.Spacing.Y * _edit.Spacing.X;
        var table = new Table($"changes in {_edit.Layer.Name}", new TableColumn("phase"), new TableColumn("voxels before"), new TableColumn("voxels after"), new TableColumn("voxels gained"),
            new TableColumn("voxels lost"), new TableColumn("volume after", _edit.Spacing.IsCalibrated ? "µm³" : "voxels"));
        for (var label = 0; label < _phases.Count; label++)
            Add(table, _phases[label].Name, label, voxel);
        if (_before[LabelVolume.Unlabelled] + _after[LabelVolume.Unlabelled] > 0)
            Add(table, "unlabelled", LabelVolume.Unlabelled, voxel);
        return table;
    }

    private static void Count(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, long[] from, long[] to, long[] came)
    {
        for (var i = 0; i < before.Length; i++)
        {
            var (old, now) = (before[i], after[i]);
            from[old]++;
            to[now]++;
            came[now] += old == now ? 0 : 1;
        }
    }

    private void Add(Table table, string name, int label, double voxel) =>
        table.Add(name, _before[label], _after[label], _came[label], _before[label] - _after[label] + _came[label], _after[label] * voxel);
}
