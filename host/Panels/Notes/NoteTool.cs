using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The tool that puts a text where a view is clicked. Texts that are there are moved by <see cref="NotesOverlay"/>.</summary>
internal sealed class NoteTool(ViewTools tools) : IViewOverlay
{
    private Vector2? _pressed;

    /// <summary>The tool.</summary>
    public static ToolEntry Entry { get; } = new("note.text", "Text", ToolGroup.Measure, pen =>
    {
        pen.Line(-6, -4, -6, -7, 6, -7, 6, -4);
        pen.Line(0, -7, 0, 7);
        pen.Line(-3, 7, 3, 7);
    }, "a click puts a text there; drag a text to move it", "T")
    {
        Overlay = tools => new NoteTool(tools),
        Options = OptionsOf,
    };

    public bool Follow(SliceTouch touch)
    {
        if (!IsPressed(touch.IsHovered))
            return touch.IsActive && ImGui.IsMouseDown(ImGuiMouseButton.Left) && !ImGui.GetIO().KeyCtrl;
        Add(NotesOverlay.ViewOf(touch.Axis), touch.Place, touch.Frame, touch.Pointer);
        return true;
    }

    public bool Follow(PlaneTouch touch)
    {
        if (!IsPressed(touch.IsHovered))
            return false;
        Add(NoteView.Oblique, touch.Place, touch.Frame, touch.Pointer);
        return true;
    }

    // A drag turns the scene as it does without the tool: only a click counts.
    public bool Follow(VolumeTouch touch)
    {
        if (IsPressed(touch.IsHovered))
            _pressed = touch.Pointer;
        if (_pressed is not { } from)
            return false;
        if (Vector2.Distance(from, touch.Pointer) > Theme.Px(4))
            _pressed = null;
        else if (!ImGui.IsMouseDown(ImGuiMouseButton.Left))
        {
            _pressed = null;
            var place = tools.Bench.Notes.AtPlaces ? touch.Pick(from) : null;
            Add(NoteView.Volume, place, touch.Frame, from);
            return true;
        }
        return false;
    }

    private static bool IsPressed(bool isHovered) => isHovered && ImGui.IsItemActivated() && ImGui.IsMouseClicked(ImGuiMouseButton.Left) && !ImGui.GetIO().KeyCtrl && !ImGui.GetIO().KeyShift;

    private static IEnumerable<ToolOption> OptionsOf(Workbench bench)
    {
        var desk = bench.Notes;
        yield return new ToolOption("Stands", 150, width =>
        {
            if (Ui.Choose("##stands", desk.AtPlaces ? "at a place" : "in the view", ["in the view", "at a place"], width) is { } choice)
                desk.AtPlaces = choice == "at a place";
            Ui.Tooltip("In the view: stays where it is in the picture. At a place: belongs to a place in the volume, and goes with it.");
        });
        yield return new ToolOption("Size", 110, _ =>
        {
            var points = (float)desk.Points;
            if (ImGui.SliderFloat("##points", ref points, 6, 48, "%.0f pt", ImGuiSliderFlags.AlwaysClamp))
                desk.Points = Math.Round(points);
            Ui.Tooltip("Height of the letters of the next text");
        });
        yield return new ToolOption("Colour", 30, _ =>
        {
            var color = Theme.Of(desk.Color);
            var opaque = new Vector3(color.X, color.Y, color.Z);
            if (ImGui.ColorEdit3("##color", ref opaque, ImGuiColorEditFlags.NoInputs))
                desk.Color = Theme.ToRgba(new Vector4(opaque, 1));
            Ui.Tooltip("Colour of the next text");
        });
    }

    private void Add(NoteView view, WorldPoint? place, ViewFrame frame, Vector2 pointer)
    {
        var desk = tools.Bench.Notes;
        var pen = new WindowMarkPen(ImGui.GetWindowDrawList(), frame.Area);
        desk.Add(view, desk.AtPlaces ? place : null, (pointer - frame.Area.Min, frame.Area.Size, pen.PointPixels));
        tools.Bench.WantedTab = SideTab.Texts;
    }
}
