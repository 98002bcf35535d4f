using System.Numerics;

using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>The lines that tell of something, above the lower edge of the views.</summary>
internal sealed class NoticeArea(Workbench bench)
{
    public void Draw(Rect area)
    {
        var bottom = area.Max.Y - Theme.Px(14);
        var width = Math.Min(area.Width - Theme.Px(24), Theme.Px(520));
        foreach (var (notice, index) in bench.Notices.Shown.Reverse().Select((notice, index) => (notice, index)).ToList())
        {
            ImGui.SetNextWindowPos(new Vector2(area.Center.X, bottom), ImGuiCond.Always, new Vector2(0.5f, 1));
            ImGui.SetNextWindowSize(new Vector2(width, 0));
            ImGui.PushStyleColor(ImGuiCol.WindowBg, notice.IsError ? Theme.ErrorGround : Theme.Raised);
            ImGui.PushStyleColor(ImGuiCol.Border, notice.IsError ? Theme.Error : Theme.Line);
            ImGui.PushStyleVar(ImGuiStyleVar.WindowBorderSize, 1);
            ImGui.Begin($"notice {index}", (ShellWindow.Flags & ~ImGuiWindowFlags.NoBringToFrontOnFocus) | ImGuiWindowFlags.NoFocusOnAppearing | ImGuiWindowFlags.AlwaysAutoResize);
            ImGui.PopStyleVar();
            ImGui.PopStyleColor(2);
            Line(notice);
            var height = ImGui.GetWindowHeight();
            ImGui.End();
            bottom -= height + Theme.Px(6);
        }
        if (bench.Notices.Shown.Count > 0)
            bench.Activity.RequestIn(TimeSpan.FromSeconds(1));
    }

    private void Line(Notice notice)
    {
        var close = Theme.Px(22);
        var undo = !notice.CanUndo() ? 0 : Ui.Width("Undo") + Theme.Px(22);
        var end = ImGui.GetContentRegionAvail().X;
        var top = ImGui.GetCursorPosY();
        ImGui.PushTextWrapPos(ImGui.GetCursorPosX() + end - close - undo - Theme.Px(10));
        ImGui.AlignTextToFramePadding();
        Ui.Colored(notice.Text, notice.IsError ? Theme.Error : Theme.Text);
        ImGui.PopTextWrapPos();
        var bottom = ImGui.GetCursorPos();
        if (undo > 0)
        {
            ImGui.SetCursorPos(new Vector2(ImGui.GetStyle().WindowPadding.X + end - close - undo, top));
            if (ImGui.Button("Undo"))
                bench.Notices.Undo(notice);
        }
        ImGui.SetCursorPos(new Vector2(ImGui.GetStyle().WindowPadding.X + end - close, top + Theme.Px(1)));
        if (Ui.IconButton("close", Icon.Close, "", close))
            bench.Notices.Dismiss(notice);
        ImGui.SetCursorPos(bottom);
    }
}
