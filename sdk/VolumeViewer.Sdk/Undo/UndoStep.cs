namespace VolumeViewer.Sdk;

/// <summary>What one command takes back: one action of the user, which may have changed several things.</summary>
public sealed class UndoStep
{
    private readonly List<IUndoableChange> _changes = [];
    private readonly string? _title;

    internal UndoStep(string? title, Layer? selectedBefore) => (_title, SelectedBefore) = (title, selectedBefore);

    /// <summary>In words for the user, such as "Opacity of 'cement' to 0.4".</summary>
    public string Title => _title ?? (_changes.Count > 0 ? _changes[0].Title : "");

    internal Layer? SelectedBefore { get; }

    internal bool IsEmpty => _changes.Count == 0;

    internal IEnumerable<Layer> Layers => _changes.SelectMany(change => change.Layers);

    internal long HeldBytes => _changes.Sum(change => change.HeldBytes);

    internal void Add(IUndoableChange change) => _changes.Add(change);

    /// <summary>Takes up a change of the same gesture.</summary>
    /// <returns>Whether it belongs here.</returns>
    internal bool TryContinue(IUndoableChange change)
    {
        if (_changes.Count == 0 || !change.Continues(_changes[^1]))
            return false;
        if (change.MergedWith(_changes[^1]) is not { } merged)
        {
            _changes.Add(change);
            return true;
        }
        _changes.RemoveAt(_changes.Count - 1);
        if (!merged.IsNothing)
            _changes.Add(merged);
        return true;
    }

    /// <summary>Takes the step back.</summary>
    /// <returns>The layers it was about, the likeliest to be selected first.</returns>
    internal IEnumerable<Layer?> Undo()
    {
        for (var index = _changes.Count - 1; index >= 0; index--)
            _changes[index].Undo();
        return _changes.Select(change => change.Subject);
    }

    internal IEnumerable<Layer?> Redo()
    {
        _changes.ForEach(change => change.Redo());
        return _changes.Select(change => change.Subject);
    }
}
