using System.Collections.Immutable;
using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The strip above the views while something is compared: how, which layers, and what the mode needs.</summary>
internal sealed class CompareStrip(ViewTools tools)
{
    private readonly ToolStrip _strip = new();

    public static float Height => Theme.Px(34);

    private Viewer Viewer => tools.Bench.Viewer;

    public void Draw(Rect area)
    {
        if (Viewer.Comparison is not { } comparison)
            return;
        ImGui.PushID("compare");
        ImGui.GetWindowDrawList().AddRectFilled(area.Min, area.Max - new Vector2(0, Theme.Px(4)), Theme.U32(Theme.Raised), Theme.Px(6));
        var inner = new Rect(area.Min + new Vector2(Theme.Px(6), 0), area.Max - new Vector2(Theme.Px(32), Theme.Px(4)));
        _strip.Draw(Options(comparison), inner);
        ImGui.SetCursorScreenPos(new Vector2(area.Max.X - Theme.Px(28), area.Min.Y + ((area.Height - Theme.Px(4) - Theme.Px(22)) / 2)));
        if (Ui.IconButton("end", Icon.Close, tools.Bench.Keys.Hint("compare.off", "End the comparison"), Theme.Px(22)))
            Viewer.Comparison = null;
        ImGui.PopID();
    }

    private List<ToolOption> Options(Comparison comparison)
    {
        var options = new List<ToolOption> { new("Mode", 130, _ => Mode(comparison)) };
        if (comparison.Mode == ComparisonMode.Grid)
            return options;
        options.Add(new ToolOption("First", 130, width => Group("first", comparison.First, width, group => comparison with { First = group }, "The left or first side")) { Grows = true });
        options.Add(new ToolOption("Change sides", 30, _ => Swap()));
        options.Add(new ToolOption("Second", 130, width => Group("second", comparison.Second, width, group => comparison with { Second = group }, "The right or second side")) { Grows = true });
        switch (comparison.Mode)
        {
            case ComparisonMode.Flicker:
                options.Add(new ToolOption("Seconds", 110, _ => Seconds(comparison)));
                options.Add(new ToolOption("Pause", 70, _ => Pause()));
                break;
            case ComparisonMode.Checkerboard:
                options.Add(new ToolOption("Field", 110, _ => Field(comparison)));
                break;
        }
        options.Add(new ToolOption("Others", 76, _ => Others(comparison)));
        return options;
    }

    private void Mode(Comparison comparison)
    {
        if (!ImGui.BeginCombo("##mode", Compare.TitleOf(comparison.Mode)))
            return;
        foreach (var (mode, title) in Compare.Modes)
        {
            if (ImGui.Selectable(title, mode == comparison.Mode) && mode != comparison.Mode)
                Compare.Toggle(Viewer, mode);
        }
        ImGui.EndCombo();
    }

    // A click on a name takes that layer alone; the boxes add and take away.
    private void Group(string id, ImmutableArray<Layer> group, float width, Func<ImmutableArray<Layer>, Comparison> with, string help)
    {
        var shown = group.IsEmpty ? "nothing" : string.Join(" + ", group.Select(layer => layer.Name));
        if (!ImGui.BeginCombo($"##{id}", Elision.Middle(shown, width - Theme.Px(40), Ui.Width)))
        {
            Ui.Tooltip(group.IsEmpty ? help : $"{help}: {shown}");
            return;
        }
        if (ImGui.Selectable("nothing", group.IsEmpty))
            Viewer.Comparison = with([]);
        foreach (var layer in LayerOrder.Shown(Viewer.Layers))
        {
            ImGui.PushID(LayerOrder.Shown(Viewer.Layers).ToList().IndexOf(layer));
            var isIn = group.Contains(layer);
            if (ImGui.Checkbox("##in", ref isIn))
                Take(layer, with(isIn ? group.Add(layer) : group.Remove(layer)));
            Ui.Tooltip("Adds the layer to this side, or takes it away");
            ImGui.SameLine();
            ImGui.PushStyleColor(ImGuiCol.Text, layer.Visible ? Theme.Text : Theme.Muted);
            if (ImGui.Selectable(Elision.Middle(layer.Name, Theme.Px(320), Ui.Width) + "###name", group is [var only] && only == layer))
                Take(layer, with([layer]));
            ImGui.PopStyleColor();
            ImGui.PopID();
        }
        ImGui.EndCombo();
    }

    // Whoever chooses a layer wants to see it.
    private void Take(Layer layer, Comparison comparison)
    {
        Viewer.Comparison = comparison;
        if (comparison.First.Contains(layer) || comparison.Second.Contains(layer))
            layer.Visible = true;
    }

    private void Swap()
    {
        if (Ui.SignButton("swap", pen => { pen.Line(-7, -3, 7, -3, 3.5f, -6.5f); pen.Line(7, 3, -7, 3, -3.5f, 6.5f); }, tools.Bench.Keys.Hint("compare.swap", "Change the sides for one another"), Theme.Px(26)))
            Compare.Change(Viewer, comparison => comparison.Swapped());
    }

    private void Seconds(Comparison comparison)
    {
        var seconds = (float)comparison.SecondsPerSide;
        if (ImGui.SliderFloat("##seconds", ref seconds, (float)Comparison.ShortestSide, 3, "%.2f s", ImGuiSliderFlags.AlwaysClamp | ImGuiSliderFlags.Logarithmic))
            Viewer.Comparison = comparison with { SecondsPerSide = seconds };
        Ui.Tooltip("How long each side is shown");
    }

    private void Pause()
    {
        var flicker = tools.State.Flicker;
        if (ImGui.Button(flicker.IsPaused ? "Go on" : "Pause", new Vector2(Theme.Px(70), 0)))
            flicker.IsPaused = !flicker.IsPaused;
        Ui.Tooltip(tools.Bench.Keys.Hint("compare.pause", "Stops at the first side") + "; " + tools.Bench.Keys.Hint("compare.hold", "hold the key to see the second"));
    }

    private void Field(Comparison comparison)
    {
        var field = comparison.FieldPixels;
        if (ImGui.SliderInt("##field", ref field, Comparison.SmallestField, 512, "%d pixels", ImGuiSliderFlags.AlwaysClamp | ImGuiSliderFlags.Logarithmic))
            Viewer.Comparison = comparison with { FieldPixels = field };
        Ui.Tooltip("The edge of a field");
    }

    private void Others(Comparison comparison)
    {
        var shows = comparison.ShowsOthers;
        if (ImGui.Checkbox("others", ref shows))
            Viewer.Comparison = comparison with { ShowsOthers = shows };
        Ui.Tooltip("Shows the layers that are on neither side on both, such as the grey values beneath two segmentations");
    }
}
