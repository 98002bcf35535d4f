using System.Numerics;

using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>The strip above the views: the tools, and beside them what can be set of the one in the hand.</summary>
internal sealed class ToolBar(Workbench bench)
{
    private const string Menu = "more tools";

    private readonly ToolStrip _strip = new();

    // The tool that a group shows where it has room for one.
    private readonly Dictionary<ToolGroup, ToolEntry> _shown = [];

    public static float Height => Theme.Px(34);

    /// <summary>Where the tools were drawn last, by their ids.</summary>
    public Dictionary<string, Rect> Buttons { get; } = [];

    /// <summary>Where the arrows were drawn last that open the menu of a group.</summary>
    public Dictionary<ToolGroup, Rect> Arrows { get; } = [];

    /// <summary>Where the button was drawn last that shows the options for which there is no room; null while there is.</summary>
    public Rect? MoreOptions => _strip.More;

    private static float Size => Theme.Px(26);

    private static float Step => Theme.Px(29);

    private static float ArrowWidth => Theme.Px(12);

    private static float GroupGap => Theme.Px(7);

    public void Draw(Rect area)
    {
        Buttons.Clear();
        Arrows.Clear();
        var hand = bench.Hand.Tool;
        _shown[hand.Group] = hand;
        var groups = ToolTable.All.GroupBy(tool => tool.Group).Select(group => group.ToList()).ToList();
        var options = hand.Options(bench).ToList();
        var flat = groups.Sum(group => (Step * group.Count) + GroupGap);
        var isFlat = flat + ToolStrip.Wanted(options) <= area.Width;
        var left = area.Min.X + Theme.Px(2);
        var drawn = 0;
        foreach (var group in groups)
        {
            var isClosed = !isFlat && group.Count > 1;
            var width = isClosed ? Size + ArrowWidth : Step * group.Count;
            if (left + width > area.Max.X - (drawn < groups.Count - 1 ? Size : 0))
                break;
            if (isClosed)
                Closed(group, left, area.Min.Y + Theme.Px(3));
            else
                Open(group, left, area.Min.Y + Theme.Px(3));
            left += width + GroupGap;
            drawn++;
        }
        if (drawn < groups.Count)
        {
            More(groups.Skip(drawn).SelectMany(group => group), left, area.Min.Y + Theme.Px(3));
            left += Step;
        }
        _strip.Draw(options, new Rect(new Vector2(left + Theme.Px(3), area.Min.Y), new Vector2(area.Max.X, area.Min.Y + Theme.Px(32))));
    }

    private void Open(List<ToolEntry> group, float left, float top)
    {
        foreach (var tool in group)
        {
            Button(tool, left, top);
            left += Step;
        }
    }

    private void Closed(List<ToolEntry> group, float left, float top)
    {
        var tool = _shown.GetValueOrDefault(group[0].Group, group[0]);
        Button(tool, left, top);
        var arrow = Rect.At(left + Size, top, ArrowWidth, Size);
        Arrows[tool.Group] = arrow;
        ImGui.SetCursorScreenPos(arrow.Min);
        var menu = $"tools of {tool.Group}";
        if (ImGui.InvisibleButton($"{menu} arrow", arrow.Size))
            ImGui.OpenPopup(menu);
        var draw = ImGui.GetWindowDrawList();
        var (at, half) = (arrow.Center, Theme.Px(3));
        draw.AddTriangleFilled(at + new Vector2(-half, -half / 2), at + new Vector2(half, -half / 2), at + new Vector2(0, half), Theme.U32(ImGui.IsItemHovered() ? Theme.Text : Theme.Muted));
        Ui.Tooltip($"Also here: {string.Join(", ", group.Where(other => other != tool).Select(other => other.Title.ToLowerInvariant()))}");
        Rows(menu, group);
    }

    private void More(IEnumerable<ToolEntry> tools, float left, float top)
    {
        ImGui.SetCursorScreenPos(new Vector2(left, top));
        if (Ui.SignButton(Menu, pen => { pen.Line(-6, -5, 6, -5); pen.Line(-6, 0, 6, 0); pen.Line(-6, 5, 6, 5); }, "More tools", Size))
            ImGui.OpenPopup(Menu);
        Rows(Menu, tools);
    }

    // A menu of tools with their icons, names and keys.
    private void Rows(string menu, IEnumerable<ToolEntry> tools)
    {
        if (!ImGui.BeginPopup(menu))
            return;
        foreach (var tool in tools)
        {
            var (place, size) = (ImGui.GetCursorScreenPos(), new Vector2(Theme.Px(230), Size));
            var isTaken = ImGui.Selectable($"##{tool.Id}", bench.Hand.Tool == tool, ImGuiSelectableFlags.None, size);
            Buttons[tool.Id] = new Rect(place, place + size);
            Ui.Tooltip(HelpOf(tool));
            var draw = ImGui.GetWindowDrawList();
            tool.Sign(new IconPen(draw, Rect.At(place.X, place.Y, Size, Size), Theme.U32(Theme.Text)));
            var line = place.Y + ((Size - ImGui.GetTextLineHeight()) / 2);
            draw.AddText(new Vector2(place.X + Size + Theme.Px(6), line), Theme.U32(Theme.Text), tool.Title);
            var keys = bench.Keys.ShortText(tool.Command);
            draw.AddText(new Vector2(place.X + size.X - Ui.Width(keys) - Theme.Px(6), line), Theme.U32(Theme.Muted), keys);
            if (isTaken)
                bench.Hand.Take(tool);
        }
        ImGui.EndPopup();
    }

    private void Button(ToolEntry tool, float left, float top)
    {
        var (box, isTaken) = (Rect.At(left, top, Size, Size), bench.Hand.Tool == tool);
        Buttons[tool.Id] = box;
        ImGui.SetCursorScreenPos(box.Min);
        if (isTaken)
            ImGui.GetWindowDrawList().AddRectFilled(box.Min, box.Max, Theme.U32(Theme.AccentDim), Theme.Px(5));
        if (Ui.SignButton(tool.Id, tool.Sign, HelpOf(tool), Size, isTaken ? Theme.Text : null))
            bench.Hand.Take(tool);
    }

    private string HelpOf(ToolEntry tool) => bench.Keys.Hint(tool.Id, $"{tool.Title}: {tool.Help}");
}
