using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Tells that a layer was made by an older build of a plugin, and offers to make it again and to compare.</summary>
internal sealed class StaleNotice(Workbench bench)
{
    public void Draw(Layer layer)
    {
        var old = bench.Remade.OldBuilds(layer);
        var before = bench.Remade.Before(layer);
        if (old.Count == 0 && before is null)
            return;
        if (old.Count > 0)
            Ui.Wrapped($"Made by an older build of {StaleLayers.Text(old)}.", Theme.Warning);
        if (old.Count > 0 && ImGui.SmallButton("Run again"))
            bench.Remade.RunAgain(layer);
        if (old.Count > 0)
            Ui.Tooltip("Run the operation that made this layer again, with the same inputs and parameters and the plugins as they are now. This layer stays.");
        if (before is LabelsLayer older && layer is LabelsLayer newer)
        {
            if (old.Count > 0)
                ImGui.SameLine();
            if (ImGui.SmallButton("Compare with before"))
                bench.Remade.Compare(newer, older);
            Ui.Tooltip($"Mark where it differs from '{older.Name}', and set the phases side by side");
        }
        ImGui.Dummy(new Vector2(0, Theme.Px(4)));
    }
}
