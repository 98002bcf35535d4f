namespace VolumeViewer.Sdk;

/// <summary>Labels that can take the place of those of a layer. Made in the background by <see cref="LabelsLayer.PrepareReplacement"/>, applied on the viewer's thread.</summary>
public sealed class LabelsReplacement
{
    private readonly LabelsLayer _layer;
    private readonly LabelDifference? _difference;
    private readonly long _edition;

    private LabelsReplacement(LabelsLayer layer, LabelDifference? difference, long edition, int highest) =>
        (_layer, _difference, _edition, HighestLabel) = (layer, difference, edition, highest);

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
            _layer.Replace(_difference);
        return true;
    }

    internal static LabelsReplacement Compare(LabelsLayer layer, LabelVolume labels, CancellationToken cancellationToken)
    {
        var (shape, edition) = (layer.Shape, layer.Edition);
        var (first, last, highest) = (new int[shape.Depth], new int[shape.Depth], new int[shape.Depth]);
        labels.ForEachSlice(z =>
        {
            var old = layer.Labels.Slice(z);
            var now = labels.Slice(z);
            (first[z], last[z], highest[z]) = (old.CommonPrefixLength(now), -1, -1);
            foreach (var label in now)
            {
                if (label > highest[z] && label != LabelVolume.Unlabelled)
                    highest[z] = label;
            }
            if (first[z] == now.Length)
                return;
            last[z] = now.Length - 1;
            while (old[last[z]] == now[last[z]])
                last[z]--;
        }, cancellationToken);
        var changed = Enumerable.Range(0, shape.Depth).Where(z => last[z] >= 0).ToList();
        if (changed.Count == 0)
            return new LabelsReplacement(layer, null, edition, highest.Max());
        var (top, bottom) = (changed.Min(z => first[z] / shape.Width), changed.Max(z => last[z] / shape.Width));
        var box = new VoxelBox(changed[0], top, 0, changed[^1] - changed[0] + 1, bottom - top + 1, shape.Width);
        var builder = new LabelDifference.Builder(box);
        for (var z = box.Z; z <= box.LastZ; z++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rows = new Range(top * shape.Width, (bottom + 1) * shape.Width);
            builder.Add(layer.Labels.Slice(z)[rows], labels.Slice(z)[rows]);
        }
        return new LabelsReplacement(layer, builder.ToDifference(), edition, highest.Max());
    }
}
