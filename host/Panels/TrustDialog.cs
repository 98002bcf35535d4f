using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Plugins;

namespace VolumeViewer.Host.Panels;

/// <summary>Asks whether a plugin may run: who made it, where it lies, and exactly which files would be trusted.</summary>
internal sealed class TrustDialog(Workbench bench)
{
    private const string Title = "Trust this plugin?";

    /// <summary>Where the button that trusts was drawn last, or null while nothing is asked.</summary>
    public Rect? TrustButton { get; private set; }

    public void Draw()
    {
        TrustButton = null;
        if (bench.Trusting is not { } plugin)
            return;
        // Asked and answered elsewhere meanwhile, or its files changed.
        if (plugin.State != PluginState.NotTrusted)
        {
            bench.Trusting = null;
            return;
        }
        if (!ImGui.IsPopupOpen(Title))
            ImGui.OpenPopup(Title);
        ImGui.SetNextWindowPos(ImGui.GetIO().DisplaySize / 2, ImGuiCond.Always, new Vector2(0.5f));
        ImGui.SetNextWindowSize(new Vector2(Math.Min(Theme.Px(620), ImGui.GetIO().DisplaySize.X - Theme.Px(40)), 0));
        if (!Ui.BeginModal(Title, ImGuiWindowFlags.NoResize | ImGuiWindowFlags.NoMove | ImGuiWindowFlags.AlwaysAutoResize))
            return;
        Facts(plugin);
        Files(plugin);
        ImGui.Dummy(new Vector2(0, Theme.Px(4)));
        var size = new Vector2((ImGui.GetContentRegionAvail().X - Theme.Px(8)) / 2, 0);
        if (ImGui.Button("Not now", size) || ImGui.IsKeyPressed(ImGuiKey.Escape, false))
            Close();
        ImGui.SameLine(0, Theme.Px(8));
        var place = ImGui.GetCursorScreenPos();
        TrustButton = Rect.At(place.X, place.Y, size.X, Ui.Height);
        if (Ui.MainButton("Trust these files", size, true))
        {
            bench.Trust(plugin);
            Close();
        }
        ImGui.EndPopup();
    }

    private static void Facts(PluginEntry plugin)
    {
        ImGui.PushFont(Fonts.Strong);
        Ui.Wrapped($"{plugin.Name} {plugin.Manifest?.Version}", Theme.Text);
        ImGui.PopFont();
        if (plugin.Manifest is { } manifest)
        {
            if (manifest.Description.Length > 0)
                Ui.Wrapped(manifest.Description, Theme.Muted);
            Ui.Wrapped($"By {(manifest.Authors.Count > 0 ? string.Join(", ", manifest.Authors) : "nobody who gave a name")}"
                + (manifest.Licence.Length > 0 ? $", licence {manifest.Licence}" : ""), Theme.Muted);
        }
        Ui.Wrapped($"In {plugin.Location}", Theme.Muted);
        ImGui.Dummy(new Vector2(0, Theme.Px(2)));
        Ui.Wrapped("A plugin can do whatever you can do on this computer: read and delete files, and use the network. Trust it if you know where it comes from. "
            + "If any of these files changes, you are asked again.", Theme.Text);
        ImGui.Dummy(new Vector2(0, Theme.Px(2)));
    }

    private static void Files(PluginEntry plugin)
    {
        var rows = Math.Min(plugin.Files.Hashes.Count, 6);
        ImGui.PushStyleColor(ImGuiCol.ChildBg, Theme.Ground);
        ImGui.BeginChild("files", new Vector2(0, (rows * (ImGui.GetTextLineHeightWithSpacing() + Theme.Px(1))) + Theme.Px(16)), ImGuiChildFlags.AlwaysUseWindowPadding);
        ImGui.PopStyleColor();
        foreach (var (name, hash) in plugin.Files.Hashes)
        {
            Ui.Elided(name, ImGui.GetContentRegionAvail().X * 0.55f, Theme.Text);
            ImGui.SameLine(ImGui.GetContentRegionAvail().X * 0.58f);
            Ui.Elided($"SHA-256 {hash}", ImGui.GetContentRegionAvail().X, Theme.Muted);
            Ui.Tooltip(hash);
        }
        ImGui.EndChild();
    }

    private void Close()
    {
        bench.Trusting = null;
        ImGui.CloseCurrentPopup();
    }
}
