using System.Collections;
using System.Collections.Immutable;

namespace VolumeViewer.Sdk;

/// <summary>The texts over the views of a viewer, the topmost last. Used on the viewer's thread.</summary>
public sealed class NoteList : IReadOnlyList<TextNote>
{
    private ImmutableArray<TextNote> _items = [];

    /// <summary>Raised after a text came, went or changed.</summary>
    public event EventHandler? Changed;

    /// <summary>All of them; setting them replaces all at once.</summary>
    public ImmutableArray<TextNote> Items
    {
        get => _items;
        set
        {
            value = value.IsDefault ? [] : value;
            if (_items.AsSpan().SequenceEqual(value.AsSpan()))
                return;
            _items = value;
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public TextNote this[int index] => _items[index];

    /// <summary>The text of an id, or null.</summary>
    public TextNote? Find(Guid? id) => _items.FirstOrDefault(item => item.Id == id);

    /// <summary>Adds one on top.</summary>
    public void Add(TextNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        Items = _items.Add(note);
    }

    /// <summary>Puts a text in the place of the one with its id.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Replace(TextNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (Find(note.Id) is not { } old)
            return false;
        Items = _items.Replace(old, note);
        return true;
    }

    /// <summary>Takes one off the list.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(Guid id)
    {
        if (Find(id) is not { } note)
            return false;
        Items = _items.Remove(note);
        return true;
    }

    /// <inheritdoc/>
    public IEnumerator<TextNote> GetEnumerator() => ((IEnumerable<TextNote>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
