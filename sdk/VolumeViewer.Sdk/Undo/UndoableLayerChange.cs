namespace VolumeViewer.Sdk;

/// <summary>A change of a layer as part of a step.</summary>
internal sealed class UndoableLayerChange(LayerChange change) : IUndoableChange
{
    private readonly LayerChange _change = change;

    public string Title => _change.Title;

    public Layer? Subject => _change.Layer;

    public IEnumerable<Layer> Layers => [_change.Layer];

    public long HeldBytes => _change.HeldBytes;

    public bool IsNothing => _change.IsNothing;

    public void Undo() => _change.Undo();

    public void Redo() => _change.Redo();

    public bool Continues(IUndoableChange earlier) => earlier is UndoableLayerChange other && _change.Continues(other._change);

    public IUndoableChange? MergedWith(IUndoableChange earlier) =>
        _change.MergedWith(((UndoableLayerChange)earlier)._change) is { } merged ? new UndoableLayerChange(merged) : null;
}
