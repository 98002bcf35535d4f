using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Draws the texts over the views, and lets them be chosen and dragged.</summary>
internal sealed class NotesOverlay(ViewTools tools) : IViewOverlay, IDisposable
{
    private readonly NoteLetters _letters = new(tools.Gl);
    private (Guid Id, NoteView View, Vector2 Hold)? _grip;

    /// <summary>Where texts were drawn last, in the window, by id and view.</summary>
    public Dictionary<(Guid Id, NoteView View), Rect> Shown { get; } = [];

    private Viewer Viewer => tools.Bench.Viewer;

    // Another tool in the hand has the pointer.
    private bool IsFree => tools.Bench.Hand.Tool == ToolTable.Navigate || tools.Bench.Hand.Tool == NoteTool.Entry;

    /// <summary>The texts' name of a slice view.</summary>
    public static NoteView ViewOf(Axis axis) => axis switch { Axis.Z => NoteView.SliceZ, Axis.Y => NoteView.SliceY, _ => NoteView.SliceX };

    public bool Follow(SliceTouch touch) => Follow(ViewOf(touch.Axis), touch.Frame, touch.Pointer, touch.IsHovered, touch.IsActive, (_, window) => touch.ToWorld(window));

    public bool Follow(PlaneTouch touch) => Follow(NoteView.Oblique, touch.Frame, touch.Pointer, touch.IsHovered, touch.IsActive, (_, window) =>
    {
        var pixel = touch.Frame.ToPicture(window);
        return touch.Camera.ToWorld(pixel.X, pixel.Y, touch.Frame.Width, touch.Frame.Height, touch.Cursor);
    });

    // A place in 3-D moves as far from the eye as it is.
    public bool Follow(VolumeTouch touch) => Follow(NoteView.Volume, touch.Frame, touch.Pointer, touch.IsHovered, touch.IsActive, (place, window) =>
    {
        var depth = touch.View.DepthOf(place.ToVector3());
        return WorldPoint.Of(touch.RayThrough(window).At(depth));
    });

    public void Draw(ImDrawListPtr draw, SliceTouch touch) => Draw(draw, ViewOf(touch.Axis), touch.Frame, place => NotesMark.Seen(place, touch.Camera, (touch.Frame.Width, touch.Frame.Height), Viewer));

    public void Draw(ImDrawListPtr draw, PlaneTouch touch) => Draw(draw, NoteView.Oblique, touch.Frame, place => NotesMark.Seen(place, touch.Camera, (touch.Frame.Width, touch.Frame.Height), Viewer));

    public void Draw(ImDrawListPtr draw, VolumeTouch touch) => Draw(draw, NoteView.Volume, touch.Frame, place => NotesMark.Seen(place, touch.View));

    public void Dispose() => _letters.Dispose();

    private void Draw(ImDrawListPtr draw, NoteView view, ViewFrame frame, Func<WorldPoint, Vector2?> seen)
    {
        foreach (var key in Shown.Keys.Where(key => key.View == view).ToList())
            Shown.Remove(key);
        if (Viewer.Notes.Count == 0)
            return;
        var pen = new WindowMarkPen(draw, frame.Area, _letters);
        Vector2? ToView(WorldPoint place) => seen(place) / frame.Density;
        var notes = NotesMark.In(Viewer.Notes, view).ToList();
        NotesMark.Draw(pen, notes, ToView);
        foreach (var note in notes)
        {
            if (NotesMark.Place(pen, note, ToView) is not { } placed)
                continue;
            var box = new Rect(frame.Area.Min + placed.Corner, frame.Area.Min + placed.Corner + placed.Size);
            Shown[(note.Id, view)] = box;
            if (note.Id == tools.Bench.Notes.Chosen?.Id)
                draw.AddRect(box.Min - new Vector2(Theme.Px(4)), box.Max + new Vector2(Theme.Px(4)), Theme.U32(Theme.Accent), Theme.Px(4), ImDrawFlags.None, Math.Max(1, Theme.Px(1.2f)));
        }
    }

    private bool Follow(NoteView view, ViewFrame frame, Vector2 pointer, bool isHovered, bool isActive, Func<WorldPoint, Vector2, WorldPoint> toWorld)
    {
        if (_grip is { } held && held.View == view)
            return Drag(held, frame, pointer, isActive, toWorld);
        if (!isHovered || !IsFree || Viewer.Notes.Count == 0)
            return false;
        var isPressed = ImGui.IsItemActivated() && ImGui.IsMouseClicked(ImGuiMouseButton.Left) && !ImGui.GetIO().KeyCtrl;
        var found = NotesMark.In(Viewer.Notes, view).LastOrDefault(note => Shown.TryGetValue((note.Id, view), out var box) && box.Contains(pointer));
        if (found is not null)
        {
            ImGui.SetMouseCursor(ImGuiMouseCursor.ResizeAll);
            if (!isPressed)
                return false;
            (tools.Bench.Notes.Chosen, tools.Bench.Measures.Chosen) = (found, null);
            if (ImGui.IsMouseDoubleClicked(ImGuiMouseButton.Left))
                (tools.Bench.Notes.WantsKeys, tools.Bench.WantedTab) = (true, SideTab.Texts);
            _grip = (found.Id, view, pointer - Shown[(found.Id, view)].Min);
            return true;
        }
        if (isPressed)
            tools.Bench.Notes.Chosen = null;
        return false;
    }

    private bool Drag((Guid Id, NoteView View, Vector2 Hold) held, ViewFrame frame, Vector2 pointer, bool isActive, Func<WorldPoint, Vector2, WorldPoint> toWorld)
    {
        if (!isActive || !ImGui.IsMouseDown(ImGuiMouseButton.Left) || Viewer.Notes.Find(held.Id) is not { } note || !Shown.TryGetValue((held.Id, held.View), out var box))
        {
            _grip = null;
            return true;
        }
        ImGui.SetMouseCursor(ImGuiMouseCursor.ResizeAll);
        var corner = pointer - held.Hold;
        if (Vector2.Distance(corner, box.Min) < 1)
            return true;
        var pen = new WindowMarkPen(ImGui.GetWindowDrawList(), frame.Area);
        if (note.Place is { } place)
        {
            var anchor = corner + (box.Size * NotesMark.ShareOf(note.Anchor)) - (note.Offset * pen.PointPixels);
            Viewer.Notes.Replace(note with { Place = toWorld(place, anchor) });
            return true;
        }
        // It stays with the corner, edge or middle that it was brought to, whatever the size of the view becomes.
        var inView = corner - frame.Area.Min;
        var nearest = NotesMark.Nearest(inView + (box.Size / 2), frame.Area.Size);
        var share = NotesMark.ShareOf(nearest);
        Viewer.Notes.Replace(note with { Anchor = nearest, Offset = (inView + (box.Size * share) - (frame.Area.Size * share)) / pen.PointPixels });
        return true;
    }
}
