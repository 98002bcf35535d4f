using System.Collections.Immutable;

namespace VolumeViewer.Sdk;

/// <summary>Texts over the views came, went or changed.</summary>
internal sealed class NotesChange(NoteList list, ImmutableArray<TextNote> before, ImmutableArray<TextNote> after)
    : ItemsChange<TextNote>(before, after, note => note.Id, items => list.Items = items)
{
    private readonly NoteList _list = list;

    public override string Title => (After.Length - Before.Length) switch
    {
        1 => "Add a text",
        -1 => "Remove a text",
        0 => "Change a text",
        _ => "Change the texts",
    };

    protected override ItemsChange<TextNote> Of(ImmutableArray<TextNote> before, ImmutableArray<TextNote> after) => new NotesChange(_list, before, after);
}
