using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The list of the texts over the views, and the fields of the chosen one.</summary>
internal sealed class NotesPanel(Workbench bench)
{
    private static readonly (string Name, NoteView View)[] Views =
        [("all views", NoteView.Every), ("3-D", NoteView.Volume), ("slice across z", NoteView.SliceZ), ("slice across y", NoteView.SliceY), ("slice across x", NoteView.SliceX), ("oblique slice", NoteView.Oblique)];

    private static readonly (string Name, NoteAnchor Anchor)[] Anchors =
    [
        ("upper left", NoteAnchor.TopLeft), ("upper edge", NoteAnchor.Top), ("upper right", NoteAnchor.TopRight), ("left edge", NoteAnchor.Left), ("middle", NoteAnchor.Middle),
        ("right edge", NoteAnchor.Right), ("lower left", NoteAnchor.BottomLeft), ("lower edge", NoteAnchor.Bottom), ("lower right", NoteAnchor.BottomRight),
    ];

    /// <summary>Where the field for the text was drawn last.</summary>
    public Rect Field { get; private set; }

    private NoteDesk Desk => bench.Notes;

    private NoteList List => bench.Viewer.Notes;

    public void Draw()
    {
        if (ImGui.Button("Add a text"))
            Desk.Add(NoteView.Every, null, (new Vector2(20, 20), new Vector2(1000), 1));
        Ui.Tooltip(bench.Keys.Hint("note.text", "Puts a text into the upper left corner; with the tool, a click chooses the place"));
        if (List.Count == 0)
        {
            Ui.Wrapped("Texts stand over the views, in figures and in films. Drag them in the views; Delete takes the chosen one away.", Theme.Muted);
            return;
        }
        ImGui.SameLine(ImGui.GetContentRegionAvail().X - Ui.Height);
        if (Ui.IconButton("remove all", Icon.Trash, bench.Keys.Hint("note.remove-all", "Remove all texts")))
            List.Items = [];
        foreach (var note in List.Items)
            Row(note);
        ImGui.Dummy(new Vector2(0, Theme.Px(2)));
        if (Desk.Chosen is { } chosen)
            Details(chosen);
    }

    private void Row(TextNote note)
    {
        ImGui.PushID(note.Id.GetHashCode());
        var (place, width, height) = (ImGui.GetCursorScreenPos(), ImGui.GetContentRegionAvail().X, Ui.Height);
        var (draw, box) = (ImGui.GetWindowDrawList(), Rect.At(place.X, place.Y, width, height));
        var right = box.Max.X - (2 * (height + Theme.Px(2)));
        if (ImGui.InvisibleButton("row", new Vector2(right - box.Min.X, height)))
            Choose(note);
        if (note.Id == Desk.Chosen?.Id || ImGui.IsItemHovered())
            draw.AddRectFilled(box.Min, box.Max, Theme.U32(note.Id == Desk.Chosen?.Id ? Theme.AccentDim : Theme.Raised), Theme.Px(4));
        var swatch = Rect.At(place.X + Theme.Px(6), place.Y + ((height - Theme.Px(12)) / 2), Theme.Px(12), Theme.Px(12));
        draw.AddRectFilled(swatch.Min, swatch.Max, Theme.U32(Theme.Of(note.Color) with { W = 1 }), Theme.Px(3));
        var left = place.X + Theme.Px(24);
        var text = note.Text.Trim().Length > 0 ? note.Text.ReplaceLineEndings(" ") : "(empty)";
        draw.AddText(new Vector2(left, place.Y + ((height - ImGui.GetTextLineHeight()) / 2)), Theme.U32(note.Visible ? Theme.Text : Theme.Muted), Elision.Middle(text, right - left - Theme.Px(6), Ui.Width));
        ImGui.SetCursorScreenPos(new Vector2(right, place.Y));
        if (Ui.IconButton("eye", note.Visible ? Icon.Eye : Icon.EyeOff, note.Visible ? "Hide" : "Show"))
            List.Replace(note with { Visible = !note.Visible });
        ImGui.SetCursorScreenPos(new Vector2(right + height + Theme.Px(2), place.Y));
        if (Ui.IconButton("remove", Icon.Trash, bench.Keys.Hint("measure.remove", "Remove")))
            List.Remove(note.Id);
        ImGui.SetCursorScreenPos(place + new Vector2(0, height + Theme.Px(2)));
        ImGui.Dummy(Vector2.Zero);
        ImGui.PopID();
    }

    // Choosing one that belongs to a place shows the slices through it.
    private void Choose(TextNote note)
    {
        Desk.Chosen = note;
        if (note.Place is { } place)
            bench.Viewer.Cursor = place;
    }

    private void Details(TextNote note)
    {
        var column = LookControls.Column;
        ImGui.Separator();
        ImGui.PushID(note.Id.GetHashCode());
        var text = note.Text;
        if (Desk.WantsKeys)
            ImGui.SetKeyboardFocusHere();
        Desk.WantsKeys = false;
        // Escape ends typing; the field by itself would take back what was typed.
        if (Ui.InputTextMultiline("##text", ref text, 2000, new Vector2(-1, (3 * ImGui.GetTextLineHeight()) + Theme.Px(8))) && !ImGui.IsKeyPressed(ImGuiKey.Escape))
            List.Replace(note with { Text = text });
        Field = new Rect(ImGui.GetItemRectMin(), ImGui.GetItemRectMax());
        Ui.Label("Size", column);
        var points = (float)note.Points;
        ImGui.SetNextItemWidth(ImGui.GetContentRegionAvail().X - Ui.Height - Theme.Px(6));
        if (ImGui.SliderFloat("##points", ref points, 4, 72, "%.0f pt", ImGuiSliderFlags.Logarithmic) && float.IsFinite(points))
            List.Replace(note with { Points = Math.Round(points) });
        Ui.Tooltip("Height of the letters. Where a figure has a size of text on paper, these are its points too.");
        ImGui.SameLine(0, Theme.Px(6));
        var color = Theme.Of(note.Color);
        var opaque = new Vector3(color.X, color.Y, color.Z);
        if (ImGui.ColorEdit3("##color", ref opaque, ImGuiColorEditFlags.NoInputs))
            List.Replace(note with { Color = Theme.ToRgba(new Vector4(opaque, 1)) });
        Ui.Tooltip("Colour; the outline is dark around light letters and light around dark ones");
        Ui.Label("In", column, "The views that show it");
        if (Ui.Choose("##view", Views.First(each => each.View == note.View).Name, [.. Views.Select(each => each.Name)], -1) is { } view)
            List.Replace(note with { View = Views.First(each => each.Name == view).View });
        Where(note, column);
        ImGui.PopID();
    }

    private void Where(TextNote note, float column)
    {
        Ui.Label("Belongs to", column, "The view, or a place in the volume: the crosshair when it is chosen");
        if (Ui.Choose("##belongs", note.Place is null ? "the view" : "a place", ["the view", "a place"], -1) is { } belongs && belongs == "a place" != note.Place is not null)
            List.Replace(note with { Place = note.Place is null ? bench.Viewer.Cursor : null, Anchor = note.Place is null ? NoteAnchor.Left : NoteAnchor.TopLeft, Offset = note.Place is null ? Vector2.Zero : new Vector2(20, 20) });
        Ui.Label("Corner", column, note.Place is null ? "Where in the view it stands; it keeps its distance from there" : "Which point of the text stands at the place");
        if (Ui.Choose("##anchor", Anchors.First(each => each.Anchor == note.Anchor).Name, [.. Anchors.Select(each => each.Name)], -1) is { } anchor)
            List.Replace(note with { Anchor = Anchors.First(each => each.Name == anchor).Anchor, Offset = OffsetAt(Anchors.First(each => each.Name == anchor).Anchor, note) });
        Ui.Label("Offset", column, "To the right and down from there, points");
        var offset = note.Offset;
        if (ImGui.DragFloat2("##offset", ref offset, 0.5f, -2000, 2000, "%.0f pt") && float.IsFinite(offset.X + offset.Y))
            List.Replace(note with { Offset = offset });
    }

    // Inwards by as much as it is off now.
    private static Vector2 OffsetAt(NoteAnchor anchor, TextNote note)
    {
        if (note.Place is not null)
            return note.Offset;
        var share = Rendering.NotesMark.ShareOf(anchor);
        return new Vector2(1 - (2 * share.X), 1 - (2 * share.Y)) * Math.Clamp(Math.Max(Math.Abs(note.Offset.X), Math.Abs(note.Offset.Y)), 0, 12);
    }
}
