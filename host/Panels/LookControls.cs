using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Controls that images and labels share.</summary>
internal static class LookControls
{
    /// <summary>Where controls begin, beside their names; in a narrow panel names are cut rather than controls.</summary>
    public static float Column => Math.Min(Theme.Px(92), ImGui.GetContentRegionAvail().X * 0.42f);

    public static void Opacity(Layer layer, float column)
    {
        Ui.Label("Opacity", column);
        var percent = MathF.Round(layer.Opacity * 100);
        if (ImGui.SliderFloat("##opacity", ref percent, 0, 100, "%.0f %%", ImGuiSliderFlags.AlwaysClamp))
            layer.Opacity = percent / 100;
    }

    public static void Blending(Layer layer, float column)
    {
        Ui.Label("Blending", column, "How the layer is put over those below it");
        if (Choose("##blending", layer.Blending, LookNames.Blendings) is { } blending)
            layer.Blending = blending;
    }

    public static void Occlusion(Viewer viewer, float column)
    {
        Ui.Label("Shadows", column, "How much surfaces in 3-D are darkened by what stands near them; for all layers");
        var percent = MathF.Round(viewer.AmbientOcclusion * 100);
        if (ImGui.SliderFloat("##occlusion", ref percent, 0, 100, "%.0f %%", ImGuiSliderFlags.AlwaysClamp))
            viewer.AmbientOcclusion = percent / 100;
    }

    /// <returns>What is chosen now, or null.</returns>
    public static T? Choose<T>(string id, T current, IReadOnlyList<(T Value, string Name)> choices) where T : struct, Enum
    {
        T? chosen = null;
        if (!ImGui.BeginCombo(id, choices.First(choice => choice.Value.Equals(current)).Name))
            return null;
        foreach (var (value, name) in choices)
        {
            if (ImGui.Selectable(name, value.Equals(current)))
                chosen = value;
        }
        ImGui.EndCombo();
        return chosen;
    }

    /// <summary>The colormap in the opposite order: that of the list where it is there, so that it stays the one of its id.</summary>
    public static Colormap InvertedOf(Colormap colormap, IReadOnlyList<Colormap> all)
    {
        var inverted = colormap.Inverted();
        return all.FirstOrDefault(other => other.Id == inverted.Id) ?? inverted;
    }
}
