using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Operations;

/// <summary>Labels that an operation made, compared with those of the layer it worked on, so that they can take their place as one step of undo.</summary>
internal sealed class LabelsInPlace
{
    private readonly LabelsReplacement _replacement;
    private readonly PhaseTable _phases;

    private LabelsInPlace(LabelsLayer layer, LabelsReplacement replacement, PhaseTable phases) => (Layer, _replacement, _phases) = (layer, replacement, phases);

    /// <summary>The layer that changes.</summary>
    public LabelsLayer Layer { get; }

    /// <summary>Whether any voxel or phase would change.</summary>
    public bool HasChanges => _replacement.HasChanges || _phases.Count != Layer.Phases.Count;

    /// <summary>Compares, in the background.</summary>
    /// <param name="layer">The layer to change.</param>
    /// <param name="result">What the operation gave; its first layer has the labels.</param>
    /// <param name="edition">The edition of the layer when the operation began to read it.</param>
    /// <param name="progress">Told the share that is compared.</param>
    /// <param name="cancellationToken">Cancels the comparison.</param>
    /// <returns>Null where the layer was changed meanwhile, or the result does not fit.</returns>
    public static LabelsInPlace? Prepare(LabelsLayer layer, OperationResult result, long edition, IProgress<double> progress, CancellationToken cancellationToken)
    {
        if (result.Layers is not [LabelsLayer made, ..] || made.Shape != layer.Shape || layer.Edition != edition)
            return null;
        var replacement = layer.PrepareReplacement(made.Labels, progress, cancellationToken);
        return layer.Edition == edition ? new LabelsInPlace(layer, replacement, Phases(layer.Phases, made.Phases)) : null;
    }

    /// <summary>Names and colours stay those of the layer; phases that the operation added follow, and where it dropped some its table counts.</summary>
    public static PhaseTable Phases(PhaseTable layer, PhaseTable made)
    {
        if (made.Count < layer.Count)
            return made;
        var table = layer;
        foreach (var phase in made.Skip(layer.Count))
        {
            var (name, value) = (phase.Name, phase.FileValue);
            for (var number = 2; table.Any(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)); number++)
                name = $"{phase.Name} ({number})";
            if (table.Any(other => other.FileValue == value))
                value = table.Max(other => other.FileValue) + 1;
            table = new PhaseTable(table.Append(phase with { Name = name, FileValue = value }));
        }
        return table;
    }

    /// <summary>Puts the labels into the layer; on the window's thread.</summary>
    /// <returns>False, with nothing changed, where the layer was changed since they were compared.</returns>
    public bool Apply(UndoHistory history, string title)
    {
        using (history.Step($"{title} in '{Layer.Name}'"))
        {
            var before = Layer.Phases;
            if (_phases.Count > before.Count)
                Layer.Phases = _phases;
            if (!_replacement.Apply())
            {
                Layer.Phases = before;
                return false;
            }
            if (_phases.Count < before.Count)
                Layer.Phases = _phases;
            return true;
        }
    }
}
