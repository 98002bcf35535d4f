namespace VolumeViewer.Sdk;

/// <summary>A volume of labels, drawn by the colours of its phases.</summary>
public sealed class LabelsLayer : Layer
{
    private PhaseTable _phases;

    /// <summary>Takes over the volume: disposing the layer disposes it.</summary>
    public LabelsLayer(string name, LabelVolume labels) : base(name)
    {
        ArgumentNullException.ThrowIfNull(labels);
        Labels = labels;
        _phases = labels.Phases;
    }

    /// <summary>The labels. Their names, colours and visibility are those of <see cref="Phases"/>, which the user may have changed.</summary>
    public LabelVolume Labels { get; }

    /// <summary>Names, colours and visibility of the phases.</summary>
    /// <exception cref="ArgumentException">The new table has another number of phases.</exception>
    public PhaseTable Phases
    {
        get => _phases;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Count != Labels.Phases.Count)
                throw new ArgumentException($"The layer '{Name}' has {Labels.Phases.Count} phases, the new table {value.Count}.", nameof(value));
            Set(ref _phases, value);
        }
    }

    /// <inheritdoc/>
    public override VolumeShape Shape => Labels.Shape;

    /// <inheritdoc/>
    public override Spacing Spacing => Labels.Spacing;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => Labels.Dispose();
}
