using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Painting;

/// <summary>Gives voxels of a shape a label.</summary>
internal static class LabelPainter
{
    /// <summary>Paints what a filter allows.</summary>
    /// <returns>Whether any voxel changed.</returns>
    public static bool Paint(LabelsLayer layer, IVoxelShape shape, byte label, VoxelFilter filter) =>
        shape.Box is { } box && Paint(layer, shape, box, label, filter);

    /// <summary>The same within a box that lies in the shape's own.</summary>
    public static bool Paint(LabelsLayer layer, IVoxelShape shape, VoxelBox box, byte label, VoxelFilter filter)
    {
        var runs = new List<VoxelRun>();
        var bits = filter.IsNone ? [] : new ulong[BitRow.Words(box.Width)];
        return layer.Edit(box, (z, y, row) =>
        {
            runs.Clear();
            shape.AddRuns(z, y, runs);
            foreach (var (runFrom, runEnd) in runs)
            {
                var (from, end) = (Math.Max(runFrom, box.X), Math.Min(runEnd, box.X + box.Width));
                if (from >= end)
                    continue;
                var part = row[(from - box.X)..(end - box.X)];
                if (filter.IsNone)
                    part.Fill(label);
                else
                    Fill(part, z, y, from, label, filter, bits);
            }
        });
    }

    private static void Fill(Span<byte> part, int z, int y, int x, byte label, VoxelFilter filter, ulong[] bits)
    {
        var words = bits.AsSpan(0, BitRow.Words(part.Length));
        filter.Match(part, z, y, x, words);
        for (var at = BitRow.NextSet(words, 0, part.Length); at < part.Length;)
        {
            var end = BitRow.NextClear(words, at, part.Length);
            part[at..end].Fill(label);
            at = BitRow.NextSet(words, end, part.Length);
        }
    }
}
