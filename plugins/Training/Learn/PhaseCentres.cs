using VolumeViewer.Plugins.Training.Data;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>Finds voxels of a phase: first a phase, each with equal chance, then one of its labelled voxels.</summary>
internal sealed class PhaseCentres
{
    private readonly IReadOnlyList<TrainingVolume> _volumes;
    private readonly List<List<Row>> _phases = [];

    /// <param name="volumes">With labels in their training rows.</param>
    internal PhaseCentres(IReadOnlyList<TrainingVolume> volumes)
    {
        _volumes = volumes;
        var rows = new SortedDictionary<byte, List<Row>>();
        var counts = new int[Sdk.LabelVolume.Unlabelled + 1];
        for (var i = 0; i < volumes.Count; i++)
        {
            var volume = volumes[i];
            foreach (var z in volume.LabelledSlices)
            {
                for (var y = 0; y < volume.TrainingRows; y++)
                {
                    Array.Clear(counts);
                    foreach (var label in LabelsOf(i, z, y))
                        counts[label]++;
                    for (var phase = 0; phase < Sdk.LabelVolume.Unlabelled; phase++)
                    {
                        if (counts[phase] > 0)
                            Add(rows, (byte)phase, i, z, y, counts[phase]);
                    }
                }
            }
        }
        _phases = [.. rows.Values];
    }

    // A row of a slice with voxels of a phase, and how many there are up to and in it.
    private readonly record struct Row(byte Phase, int Volume, int Z, int Y, long Before, long Through);

    /// <summary>A patch with such a voxel at its centre.</summary>
    internal PatchOrigin Draw(PatchShape shape, RandomSource random)
    {
        var rows = _phases[random.NextInt(_phases.Count)];
        var voxel = (long)(random.NextDouble() * rows[^1].Through);
        var (first, last) = (0, rows.Count - 1);
        while (first < last)
        {
            var middle = (first + last) / 2;
            (first, last) = rows[middle].Through > voxel ? (first, middle) : (middle + 1, last);
        }
        var row = rows[first];
        var labels = LabelsOf(row.Volume, row.Z, row.Y);
        var x = -1;
        for (var left = voxel - row.Before; left >= 0; left--)
            x += 1 + labels[(x + 1)..].IndexOf(row.Phase);
        return new PatchOrigin(row.Volume, shape.IsBlock ? row.Z - (shape.Depth / 2) : row.Z, row.Y - (shape.Edge / 2), x - (shape.Edge / 2));
    }

    private ReadOnlySpan<byte> LabelsOf(int volume, int z, int y) =>
        _volumes[volume].Labels[z].AsSpan(y * _volumes[volume].Width, _volumes[volume].Width);

    private static void Add(SortedDictionary<byte, List<Row>> rows, byte phase, int volume, int z, int y, int count)
    {
        if (!rows.TryGetValue(phase, out var list))
            rows[phase] = list = [];
        var before = list.Count > 0 ? list[^1].Through : 0;
        list.Add(new Row(phase, volume, z, y, before, before + count));
    }
}
