namespace VolumeViewer.Sdk;

/// <summary>Labels that can take the place of those of a layer. Made in the background by <see cref="LabelsLayer.PrepareReplacement(LabelVolume, CancellationToken)"/>, applied on the viewer's thread.</summary>
public sealed class LabelsReplacement
{
    private readonly LabelsLayer _layer;
    private readonly LabelDifference? _difference;
    private readonly long _edition;

    // Slices of labels on demand that change, as they will be: they stay in memory from then on, and nothing is read where they are put in place.
    private readonly Dictionary<int, byte[]> _whole;

    private LabelsReplacement(LabelsLayer layer, LabelDifference? difference, Dictionary<int, byte[]> whole, long edition, int highest) =>
        (_layer, _difference, _whole, _edition, HighestLabel) = (layer, difference, whole, edition, highest);

    /// <summary>Whether any voxel would change.</summary>
    public bool HasChanges => _difference is not null;

    /// <summary>The box that holds every voxel that would change, or null where none would.</summary>
    public VoxelBox? Box => _difference?.Box;

    /// <summary>The highest phase among the new labels, or -1; the layer needs a table that has it before they are applied.</summary>
    public int HighestLabel { get; }

    /// <summary>Puts the labels into the layer. The change can be undone.</summary>
    /// <returns>False, with nothing changed, where the layer's labels were changed since they were compared: then prepare anew.</returns>
    /// <exception cref="ArgumentException">A label is none of the layer's phases; no voxel is changed then.</exception>
    public bool Apply()
    {
        if (_layer.Edition != _edition)
            return false;
        if (HighestLabel >= _layer.Labels.Phases.Count)
            throw new ArgumentException($"The label {HighestLabel} is none of the {_layer.Labels.Phases.Count} phases of the layer '{_layer.Name}'.");
        if (_difference is not null)
            _layer.Replace(_difference, _whole);
        _layer.TellHighest(HighestLabel);
        return true;
    }

    internal static LabelsReplacement Compare(LabelsLayer layer, LabelVolume labels, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var (shape, edition) = (layer.Shape, layer.Edition);
        var (first, last, highest) = (new int[shape.Depth], new int[shape.Depth], new int[shape.Depth]);
        // Those that changed are looked at twice, which reading them makes the longer part.
        var (steps, done) = (2.0 * shape.Depth, 0);
        labels.ForEachSlice(z =>
        {
            var old = layer.Labels.Slice(z);
            var now = labels.Slice(z);
            (first[z], last[z], highest[z]) = (old.CommonPrefixLength(now), -1, LabelSpans.Highest(now));
            if (first[z] < now.Length)
            {
                last[z] = now.Length - 1;
                while (old[last[z]] == now[last[z]])
                    last[z]--;
            }
            progress?.Report(Interlocked.Increment(ref done) / steps);
        }, cancellationToken);
        var (changed, whole) = (Enumerable.Range(0, shape.Depth).Where(z => last[z] >= 0).ToList(), new Dictionary<int, byte[]>());
        if (changed.Count == 0)
            return new LabelsReplacement(layer, null, whole, edition, highest.Max());
        var (top, bottom) = (changed.Min(z => first[z] / shape.Width), changed.Max(z => last[z] / shape.Width));
        var box = new VoxelBox(changed[0], top, 0, changed[^1] - changed[0] + 1, bottom - top + 1, shape.Width);
        var builder = new LabelDifference.Builder(box);
        for (var z = box.Z; z <= box.LastZ; z++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rows = new Range(top * shape.Width, (bottom + 1) * shape.Width);
            builder.Add(layer.Labels.Slice(z)[rows], labels.Slice(z)[rows]);
            if (last[z] >= 0 && !layer.Labels.IsInMemory(z))
                whole[z] = labels.Slice(z).ToArray();
            progress?.Report(0.5 + ((z - box.Z + 1) / (2.0 * box.Depth)));
        }
        return new LabelsReplacement(layer, builder.ToDifference(), whole, edition, highest.Max());
    }
}
