using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The button and the menu of what tools may paint over.</summary>
internal static class PaintLimits
{
    private const string Menu = "limits";

    private static readonly (PaintOver Over, string Title, string Help)[] Choices =
    [
        (PaintOver.Everything, "everything", "Tools paint over whatever is there"),
        (PaintOver.Unlabelled, "unlabelled", "Only voxels that nobody labelled are painted"),
        (PaintOver.Visible, "visible phases", "Hidden phases stay as they are"),
        (PaintOver.Phase, "one phase", "Only voxels of one phase are painted"),
    ];

    public static void Draw(Workbench bench, LabelsLayer layer)
    {
        var (options, place) = (bench.Tools.Options, ImGui.GetCursorScreenPos());
        if (options.HasLimits)
            ImGui.GetWindowDrawList().AddRectFilled(place, place + new Vector2(Ui.Height), Theme.U32(Theme.AccentDim), Theme.Px(5));
        if (Ui.SignButton(Menu, ToolSigns.Limits, $"Limits: {Summary(bench, layer)}", Ui.Height, options.HasLimits ? Theme.Text : null))
            ImGui.OpenPopup(Menu);
        if (!ImGui.BeginPopup(Menu))
            return;
        Over(options, layer);
        ImGui.Separator();
        Greys(bench, options);
        ImGui.Separator();
        Background(options, layer);
        ImGui.EndPopup();
    }

    /// <summary>In words, what is painted over.</summary>
    public static string Summary(Workbench bench, LabelsLayer layer)
    {
        var options = bench.Tools.Options;
        var over = options.Over == PaintOver.Phase ? $"only {layer.Phases[Math.Min(options.OverPhase, layer.Phases.Count - 1)].Name}"
            : options.Over == PaintOver.Everything ? "everything is painted over" : $"only {Choices.First(choice => choice.Over == options.Over).Title}";
        return over + (options.PreservesLabels ? ", labels are kept" : "") + (options.LimitsGreys && options.Greys is var (low, high) ? $", greys {Lengths.Number(low)} to {Lengths.Number(high)}" : "");
    }

    private static void Over(PaintOptions options, LabelsLayer layer)
    {
        Ui.Muted("Paint over");
        foreach (var (over, title, help) in Choices)
        {
            if (ImGui.RadioButton(title, options.Over == over))
                options.Over = over;
            Ui.Tooltip(help);
        }
        if (options.Over == PaintOver.Phase && Chosen("##over", layer, (byte)Math.Min(options.OverPhase, layer.Phases.Count - 1), false) is { } phase)
            options.OverPhase = phase;
        var preserves = options.PreservesLabels;
        if (ImGui.Checkbox("Keep labels", ref preserves))
            options.PreservesLabels = preserves;
        Ui.Tooltip("A phase is painted on the background only, and only voxels of the chosen phase are erased");
    }

    private static void Greys(Workbench bench, PaintOptions options)
    {
        if (bench.Tools.Image is not { } image)
        {
            Ui.Muted("No image is as large as the labels");
            return;
        }
        var limits = options.LimitsGreys;
        if (ImGui.Checkbox("Only greys", ref limits))
        {
            options.LimitsGreys = limits;
            options.Greys ??= (image.ContrastLimits.Low, image.ContrastLimits.High);
        }
        Ui.Tooltip($"Only voxels whose grey in '{image.Name}' is in a range are painted; they are shown in yellow");
        if (!options.LimitsGreys || options.Greys is not var (low, high))
            return;
        var speed = (image.ContrastLimits.High - image.ContrastLimits.Low) / 300;
        ImGui.SetNextItemWidth(Theme.Px(190));
        if (ImGui.DragFloatRange2("##greys", ref low, ref high, speed, float.MinValue, float.MaxValue, "%.5g", "%.5g"))
            options.Greys = (Math.Min(low, high), Math.Max(low, high));
        Ui.Tooltip("Drag, or Ctrl and a click to type a number");
    }

    private static void Background(PaintOptions options, LabelsLayer layer)
    {
        Ui.Muted("Erasing leaves");
        if (Chosen("##background", layer, options.Background, true) is { } label)
            options.Background = label;
        Ui.Tooltip("What erased voxels become: unlabelled, or a phase such as the pore");
    }

    private static byte? Chosen(string id, LabelsLayer layer, byte current, bool withUnlabelled)
    {
        byte? chosen = null;
        ImGui.SetNextItemWidth(Theme.Px(190));
        if (!Ui.BeginCombo(id, current < layer.Phases.Count ? layer.Phases[current].Name.Replace("##", "# #", StringComparison.Ordinal) : "unlabelled"))
            return null;
        if (withUnlabelled && ImGui.Selectable("unlabelled", current >= layer.Phases.Count))
            chosen = LabelVolume.Unlabelled;
        for (var label = 0; label < layer.Phases.Count; label++)
        {
            if (ImGui.Selectable($"{layer.Phases[label].Name.Replace("##", "# #", StringComparison.Ordinal)}###{label}", label == current))
                chosen = (byte)label;
        }
        ImGui.EndCombo();
        return chosen;
    }
}
