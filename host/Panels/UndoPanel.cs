using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The steps that can be undone and redone, the oldest first; a click goes to where a step was just done.</summary>
internal sealed class UndoPanel(Workbench bench)
{
    private int _shownPosition = -1;

    /// <summary>Where the rows were drawn last, by how many steps are done there.</summary>
    public Dictionary<int, Rect> Rows { get; } = [];

    private static float RowHeight => Theme.Px(26);

    public void Draw()
    {
        var history = bench.History;
        Buttons(history);
        if (history.Steps.Count == 0)
        {
            Ui.Wrapped("Whatever you change of the layers can be taken back; the steps are listed here.", Theme.Muted);
            return;
        }
        ImGui.BeginChild("steps", new Vector2(0, -ImGui.GetTextLineHeightWithSpacing()));
        Rows.Clear();
        int? wanted = null;
        for (var position = 0; position <= history.Steps.Count; position++)
        {
            if (Row(history, position))
                wanted = position;
        }
        ImGui.EndChild();
        _shownPosition = history.Position;
        Ui.Muted($"Holds {Lengths.Bytes(history.HeldBytes)} of at most {Lengths.Bytes(history.MemoryBound)}.");
        if (wanted is { } place)
            history.GoTo(place);
    }

    private static void Buttons(UndoHistory history)
    {
        var size = new Vector2((ImGui.GetContentRegionAvail().X - ImGui.GetStyle().ItemSpacing.X) / 2, 0);
        ImGui.BeginDisabled(history.Undoable is null);
        if (ImGui.Button("Undo", size))
            history.Undo();
        ImGui.EndDisabled();
        ImGui.SameLine();
        ImGui.BeginDisabled(history.Redoable is null);
        if (ImGui.Button("Redo", size))
            history.Redo();
        ImGui.EndDisabled();
        ImGui.Dummy(new Vector2(0, Theme.Px(2)));
    }

    private bool Row(UndoHistory history, int position)
    {
        var (place, width, draw) = (ImGui.GetCursorScreenPos(), ImGui.GetContentRegionAvail().X, ImGui.GetWindowDrawList());
        var (isCurrent, isDone) = (position == history.Position, position <= history.Position);
        var box = Rect.At(place.X, place.Y, width, RowHeight);
        Rows[position] = box;
        var pressed = ImGui.InvisibleButton($"step {position}", box.Size);
        var isHovered = ImGui.IsItemHovered();
        if (isCurrent || isHovered)
            draw.AddRectFilled(box.Min, box.Max, Theme.U32(isCurrent ? Theme.AccentDim : Theme.Raised), Theme.Px(5));
        if (isCurrent)
            draw.AddRectFilled(box.Min, new Vector2(box.Min.X + Theme.Px(3), box.Max.Y), Theme.U32(Theme.Accent), Theme.Px(2));
        var title = position == 0 ? "Start" : history.Steps[position - 1].Title;
        var room = width - Theme.Px(22);
        var text = Elision.Middle(title, room, Ui.Width);
        draw.AddText(new Vector2(box.Min.X + Theme.Px(12), box.Center.Y - (ImGui.GetTextLineHeight() / 2)), Theme.U32(isDone ? Theme.Text : Theme.Muted, isDone ? 1 : 0.75f), text);
        if (text.Length != title.Length || !isDone)
            Ui.Tooltip(isDone ? title : $"{title} (undone; click to do it again)");
        if (isCurrent && _shownPosition != history.Position)
            ImGui.SetScrollHereY(0.7f);
        return pressed && !isCurrent;
    }
}
