namespace VolumeViewer.Sdk;

/// <summary>Layers came, went, or changed places. It keeps the list as it was and as it became, so every kind of change is taken back alike.</summary>
internal sealed class LayerListChange : IUndoableChange
{
    private readonly LayerList _list;
    private readonly Layer[] _before;
    private readonly Layer[] _after;

    /// <param name="list">The viewer's list.</param>
    /// <param name="before">Its layers before.</param>
    /// <param name="after">Its layers now.</param>
    /// <param name="moved">The layer that changed places, if that is what happened.</param>
    public LayerListChange(LayerList list, Layer[] before, Layer[] after, Layer? moved)
    {
        (_list, _before, _after) = (list, before, after);
        var (added, removed) = (after.Except(before).ToList(), before.Except(after).ToList());
        IsReorder = added.Count + removed.Count == 0;
        Subject = added.Concat(removed).FirstOrDefault() ?? moved;
        Title = (added.Count, removed.Count) switch
        {
            (0, 0) => $"Move '{Subject?.Name}'",
            (1, 0) => $"Add '{added[0].Name}'",
            (0, 1) => $"Remove '{removed[0].Name}'",
            (_, 0) => $"Add {added.Count} layers",
            (0, _) => $"Remove {removed.Count} layers",
            (1, 1) => $"Replace '{removed[0].Name}' by '{added[0].Name}'",
            _ => "Change the layers",
        };
    }

    public string Title { get; }

    public Layer? Subject { get; }

    public IEnumerable<Layer> Layers => _before.Union(_after);

    public long HeldBytes => 0;

    public bool IsNothing => _before.AsSpan().SequenceEqual(_after);

    private bool IsReorder { get; }

    public void Undo() => Put(_before);

    public void Redo() => Put(_after);

    // A row that is dragged changes places one by one.
    public bool Continues(IUndoableChange earlier) =>
        earlier is LayerListChange { IsReorder: true } && IsReorder;

    public IUndoableChange MergedWith(IUndoableChange earlier) => new LayerListChange(_list, ((LayerListChange)earlier)._before, _after, Subject);

    // With as few events as there are differences, since each makes the views look at the layers again.
    private void Put(Layer[] lasting)
    {
        // Temporary layers stay, on top of the others.
        Layer[] wanted = [.. lasting, .. _list.Where(layer => layer.IsTemporary)];
        foreach (var gone in _list.Except(wanted).ToList())
            _list.Remove(gone);
        for (var index = 0; index < wanted.Length; index++)
        {
            if (index < _list.Count && ReferenceEquals(_list[index], wanted[index]))
                continue;
            if (_list.IndexOf(wanted[index]) is var present and >= 0)
                _list.Move(present, index);
            else
                _list.Insert(index, wanted[index]);
        }
    }
}
