using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Recovery;

/// <summary>A labels layer of the viewer with its copy, and which pieces of it changed since the copy was made. Used on the window's thread.</summary>
internal sealed class CopiedLayer
{
    private readonly int _slabDepth;
    private readonly bool[] _isChanged;
    private bool _isAnyChanged = true;

    public CopiedLayer(LabelsLayer layer)
    {
        Layer = layer;
        _slabDepth = LayerCopy.SlabDepthOf(layer.Shape);
        _isChanged = new bool[(layer.Shape.Depth + _slabDepth - 1) / _slabDepth];
    }

    public LabelsLayer Layer { get; }

    /// <summary>Its copy, or null before the first.</summary>
    public LayerCopy? Copy { get; set; }

    /// <summary>Whether voxels, phases or its name differ from the copy.</summary>
    public bool IsChanged => _isAnyChanged;

    /// <summary>Whether something of it was changed that no file of labels holds: names, colours or states of phases. What is merely hidden does not count.</summary>
    public bool IsTouched { get; set; }

    /// <summary>Notes a change.</summary>
    public void Note(LayerChange change)
    {
        if (change is LabelsChange { Box: var box })
            _isChanged.AsSpan()[(box.Z / _slabDepth)..((box.LastZ / _slabDepth) + 1)].Fill(true);
        _isAnyChanged = true;
        IsTouched |= change is LayerPropertyChange { OldValue: PhaseTable old, NewValue: PhaseTable now } && !Shown(old).SequenceEqual(Shown(now));
    }

    /// <summary>What is to be written now; from here on changes are for the next time.</summary>
    public (LayerManifest Manifest, bool[] IsChanged) Take()
    {
        var (shape, spacing, changed) = (Layer.Shape, Layer.Spacing, _isChanged.ToArray());
        _isChanged.AsSpan().Clear();
        _isAnyChanged = false;
        return (new LayerManifest
        {
            Name = Layer.Name,
            Origin = Layer.Origin,
            Saved = DateTimeOffset.Now,
            Shape = [shape.Depth, shape.Height, shape.Width],
            Spacing = [spacing.Z, spacing.Y, spacing.X],
            IsCalibrated = spacing.IsCalibrated,
            Phases = [.. Layer.Phases.Select(phase => new LayerManifest.PhaseEntry(phase.Name, phase.Color.ToString(), phase.FileValue, phase.Visible, phase.State))],
            Opacity = Layer.Opacity,
            Visible = Layer.Visible,
            SlabDepth = _slabDepth,
            Slabs = [],
        }, changed);
    }

    private static IEnumerable<Phase> Shown(PhaseTable phases) => phases.Select(phase => phase with { Visible = true });

    /// <summary>Writing failed: everything is for the next time.</summary>
    public void GiveBack()
    {
        _isChanged.AsSpan().Fill(true);
        _isAnyChanged = true;
    }
}
