using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The phases of a layer as coloured squares; a click takes one. Those that find no room are in a list, with their names.</summary>
internal static class PhaseChips
{
    private const string Menu = "all phases";

    // As many as there are digits to press.
    private const int PhaseKeys = 9;

    public static void Draw(Workbench bench, LabelsLayer layer, float width)
    {
        var (start, size, step) = (ImGui.GetCursorScreenPos(), Theme.Px(20), Theme.Px(26));
        start.Y += (Ui.Height - size) / 2;
        var room = Math.Max(0, (int)((width + Theme.Px(6)) / step));
        // Unlabelled is chosen by the key that swaps with the background, and by picking; it takes the place of a phase here while it is.
        if (bench.Tools.LabelOn(layer) == LabelVolume.Unlabelled && room > 0)
        {
            Nothing(Rect.At(start.X, start.Y, size, size));
            (start.X, width, room) = (start.X + step, width - step, room - 1);
        }
        var count = layer.Phases.Count <= room ? layer.Phases.Count : Math.Max(0, room - 1);
        for (var label = 0; label < count; label++)
            Chip(bench, layer, label, Rect.At(start.X + (label * step), start.Y, size, size));
        var left = start.X + (count * step);
        if (count < layer.Phases.Count)
            More(bench, layer, new Vector2(left, start.Y), size);
        else if (width - (left - start.X) is var rest && rest > Theme.Px(60))
        {
            ImGui.SetCursorScreenPos(new Vector2(left + Theme.Px(6), start.Y - ((Ui.Height - size) / 2)));
            ImGui.AlignTextToFramePadding();
            Ui.Elided($"on {layer.Name}", rest - Theme.Px(12), Theme.Muted);
        }
    }

    private static void Chip(Workbench bench, LabelsLayer layer, int label, Rect box)
    {
        ImGui.SetCursorScreenPos(box.Min);
        if (ImGui.InvisibleButton($"phase {label}", box.Size))
            bench.Tools.TakePhase(label);
        Square(layer, label, box, IsTaken(bench, layer, label), ImGui.IsItemHovered());
        Ui.Tooltip(Help(bench, layer, label));
    }

    private static void Nothing(Rect box)
    {
        ImGui.SetCursorScreenPos(box.Min);
        ImGui.InvisibleButton("unlabelled", box.Size);
        var draw = ImGui.GetWindowDrawList();
        draw.AddRectFilled(box.Min, box.Max, Theme.U32(Theme.Frame), Theme.Px(4));
        draw.AddLine(box.Min + new Vector2(Theme.Px(3)), box.Max - new Vector2(Theme.Px(3)), Theme.U32(Theme.Text), Theme.Px(1.5f));
        draw.AddRect(box.Min - Vector2.One, box.Max + Vector2.One, Theme.U32(Theme.Text), Theme.Px(5), ImDrawFlags.None, Theme.Px(2));
        Ui.Tooltip("Unlabelled is in the hand: tools take labels away");
    }

    private static void More(Workbench bench, LabelsLayer layer, Vector2 place, float size)
    {
        ImGui.SetCursorScreenPos(place);
        if (Ui.SignButton(Menu, pen => pen.Line(-5, -2.5f, 0, 2.5f, 5, -2.5f), "All phases", size))
            ImGui.OpenPopup(Menu);
        ImGui.SetNextWindowSizeConstraints(Vector2.Zero, new Vector2(Theme.Px(320), Theme.Px(420)));
        if (!ImGui.BeginPopup(Menu))
            return;
        for (var label = 0; label < layer.Phases.Count; label++)
        {
            var at = ImGui.GetCursorScreenPos();
            if (ImGui.Selectable($"##phase {label}", IsTaken(bench, layer, label), ImGuiSelectableFlags.None, new Vector2(Theme.Px(250), size + Theme.Px(4))))
                bench.Tools.TakePhase(label);
            Ui.Tooltip(Help(bench, layer, label));
            Square(layer, label, Rect.At(at.X + Theme.Px(3), at.Y + Theme.Px(2), size, size), false, false);
            ImGui.GetWindowDrawList().AddText(at + new Vector2(size + Theme.Px(12), Theme.Px(2) + ((size - ImGui.GetTextLineHeight()) / 2)), Theme.U32(Theme.Text),
                Elision.Middle(layer.Phases[label].Name, Theme.Px(210), Ui.Width));
        }
        ImGui.EndPopup();
    }

    private static bool IsTaken(Workbench bench, LabelsLayer layer, int label) => bench.Hand.Tool.UsesPhase && bench.Tools.LabelOn(layer) == label;

    private static string Help(Workbench bench, LabelsLayer layer, int label) =>
        label < PhaseKeys ? bench.Keys.Hint($"paint.phase-{label + 1}", $"Paint {layer.Phases[label].Name}") : $"Paint {layer.Phases[label].Name}";

    private static void Square(LabelsLayer layer, int label, Rect box, bool isTaken, bool isHovered)
    {
        var draw = ImGui.GetWindowDrawList();
        draw.AddRectFilled(box.Min, box.Max, Theme.U32(Theme.Of(layer.Phases[label].Color) with { W = 1 }), Theme.Px(4));
        if (isTaken || isHovered)
            draw.AddRect(box.Min - Vector2.One, box.Max + Vector2.One, Theme.U32(isTaken ? Theme.Text : Theme.Muted), Theme.Px(5), ImDrawFlags.None, Theme.Px(2));
    }
}
