using System.Collections.Immutable;

namespace VolumeViewer.Sdk;

/// <summary>Texts over the views came, went or changed. It keeps the list as it was and as it became.</summary>
internal sealed class NotesChange(NoteList list, ImmutableArray<TextNote> before, ImmutableArray<TextNote> after) : IUndoableChange
{
    private readonly ImmutableArray<TextNote> _before = before;
    private readonly ImmutableArray<TextNote> _after = after;

    public string Title => (_after.Length - _before.Length) switch
    {
        1 => "Add a text",
        -1 => "Remove a text",
        0 => "Change a text",
        _ => "Change the texts",
    };

    public Layer? Subject => null;

    public IEnumerable<Layer> Layers => [];

    public long HeldBytes => 0;

    public bool IsNothing => _before.AsSpan().SequenceEqual(_after.AsSpan());

    public void Undo() => list.Items = _before;

    public void Redo() => list.Items = _after;

    // What is dragged or typed changes again and again, but stays the same texts.
    public bool Continues(IUndoableChange earlier) => earlier is NotesChange other && IsSame(other._before, other._after) && IsSame(_before, _after);

    public IUndoableChange MergedWith(IUndoableChange earlier) => new NotesChange(list, ((NotesChange)earlier)._before, _after);

    private static bool IsSame(ImmutableArray<TextNote> one, ImmutableArray<TextNote> other) => one.Select(item => item.Id).SequenceEqual(other.Select(item => item.Id));
}
