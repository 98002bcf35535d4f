using System.Numerics;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The texts over the views of a window: the chosen one, and how the next one will look.</summary>
internal sealed class NoteDesk(Viewer viewer)
{
    private Guid? _chosen;

    /// <summary>The chosen text, or null. One that is left without letters is taken away.</summary>
    public TextNote? Chosen
    {
        get => viewer.Notes.Find(_chosen);
        set
        {
            // A text without letters could neither be seen nor clicked again.
            if (_chosen != value?.Id && Chosen is { } left && string.IsNullOrWhiteSpace(left.Text))
                viewer.Notes.Remove(left.Id);
            _chosen = value?.Id;
        }
    }

    /// <summary>Whether the field for the text shall take the keys, once.</summary>
    public bool WantsKeys { get; set; }

    /// <summary>Whether the next text belongs to the place in the volume that is clicked, and not to the view.</summary>
    public bool AtPlaces { get; set; }

    /// <summary>Size of the next text, points.</summary>
    public double Points { get; set; } = 14;

    /// <summary>Colour of the next text.</summary>
    public Rgba Color { get; set; } = new(255, 255, 255);

    /// <summary>Adds a text and chooses it.</summary>
    public void Add(NoteView view, WorldPoint? place, (Vector2 Corner, Vector2 Area, float PointPixels) at)
    {
        var anchor = place is null ? Rendering.NotesMark.Nearest(at.Corner, at.Area) : NoteAnchor.Left;
        var note = new TextNote("")
        {
            View = place is null ? view : NoteView.Every,
            Place = place,
            Anchor = anchor,
            Offset = place is null ? (at.Corner - (at.Area * Rendering.NotesMark.ShareOf(anchor))) / at.PointPixels : Vector2.Zero,
            Points = Points,
            Color = Color,
        };
        viewer.Notes.Add(note);
        (Chosen, WantsKeys) = (note, true);
    }

    /// <summary>Changes the chosen text.</summary>
    public void Change(Func<TextNote, TextNote> change)
    {
        if (Chosen is { } note)
            viewer.Notes.Replace(change(note));
    }

    /// <summary>Takes the chosen text away.</summary>
    public void RemoveChosen()
    {
        if (_chosen is { } id)
            viewer.Notes.Remove(id);
        _chosen = null;
    }
}
