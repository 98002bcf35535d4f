using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The line at the top: the menus, and buttons for the layouts.</summary>
internal sealed class MenuBar(Workbench bench, ViewState state, ShellState shell)
{
    private static readonly (ViewLayout Layout, string Title, string Key)[] Layouts =
    [
        (ViewLayout.FourUp, "Four views", "1"), (ViewLayout.Volume, "3-D", "2"),
        (ViewLayout.SliceZ, "Slice across z", "3"), (ViewLayout.SliceY, "Slice across y", "4"), (ViewLayout.SliceX, "Slice across x", "5"),
    ];

    private static readonly float[] Scales = [1, 1.25f, 1.5f, 2];

    /// <returns>The height of the line.</returns>
    public float Draw()
    {
        ImGui.PushStyleVar(ImGuiStyleVar.FramePadding, new Vector2(Theme.Px(8), Theme.Px(6)));
        var isOpen = ImGui.BeginMainMenuBar();
        ImGui.PopStyleVar();
        if (!isOpen)
            return 0;
        Menu("File", File);
        Menu("View", View);
        Menu("Operations", Operations);
        if (bench.Samples.Count > 0)
            Menu("Samples", Samples);
        Menu("Plugins", Plugins);
        Menu("Help", Help);
        LayoutButtons();
        var height = ImGui.GetWindowHeight();
        ImGui.EndMainMenuBar();
        return height;
    }

    private static void Menu(string title, Action draw)
    {
        if (!ImGui.BeginMenu(title))
            return;
        draw();
        ImGui.EndMenu();
    }

    private static bool Item(string title, string key = "", bool isOn = false, bool isEnabled = true) => ImGui.MenuItem(title, key, isOn, isEnabled);

    private void File()
    {
        if (Item("Open…", "Ctrl+O"))
            FileDialogs.OpenVolumes(bench);
        if (Item("Save layer as…", isEnabled: bench.Viewer.SelectedLayer is not null))
            FileDialogs.SaveLayer(bench);
        ImGui.Separator();
        if (Item("Screenshot", "Ctrl+S"))
            bench.ScreenshotPath = FileDialogs.DefaultScreenshotPath();
        if (Item("Screenshot as…"))
            FileDialogs.SaveScreenshot(bench);
        ImGui.Separator();
        if (Item("Quit"))
            shell.WantsToQuit = true;
    }

    private void View()
    {
        foreach (var (layout, title, key) in Layouts)
        {
            if (Item(title, key, bench.Viewer.Layout == layout))
                bench.Viewer.Layout = layout;
        }
        ImGui.Separator();
        if (Item("Show all of the scene", "Home"))
            ShellState.ResetViews(bench, state);
        if (Item("Crosshair", isOn: state.ShowCrosshair))
            state.ShowCrosshair = !state.ShowCrosshair;
        if (Item("Scale bars and axes", isOn: state.ShowScale))
            state.ShowScale = !state.ShowScale;
        var camera = bench.Viewer.Camera;
        if (Item("Parallel projection", isOn: camera.Orthographic))
            camera.Orthographic = !camera.Orthographic;
        ImGui.Separator();
        if (Item("Side panel", isOn: shell.ShowSide))
            shell.ShowSide = !shell.ShowSide;
        Menu("Size of text", () =>
        {
            foreach (var scale in Scales)
            {
                if (Item($"{scale * 100:0} %", isOn: Math.Abs(shell.Scale - scale) < 0.01f))
                    shell.WantedScale = scale;
            }
        });
    }

    private void Operations()
    {
        if (bench.Operations.Count == 0)
            Item("No plugin brings operations", isEnabled: false);
        foreach (var group in bench.Operations)
        {
            Menu(group.Title, () =>
            {
                foreach (var (id, title) in group.Items)
                {
                    if (Item(title))
                        bench.OpenForm(id);
                }
            });
        }
        ImGui.Separator();
        if (Item("History of runs"))
            Show(SideTab.History);
    }

    private void Samples()
    {
        foreach (var (id, title) in bench.Samples)
        {
            if (Item(title.Length > 0 ? title : id))
                bench.LoadSample(id, title.Length > 0 ? title : id);
        }
    }

    private void Plugins()
    {
        if (Item("Show plugins"))
            Show(SideTab.Plugins);
        ImGui.Separator();
        foreach (var plugin in bench.Services.Plugins.Plugins)
        {
            if (Item($"{plugin.Name}##{plugin.Location}", PluginStates.Look(plugin).Word))
                Show(SideTab.Plugins);
        }
    }

    private void Help()
    {
        if (Item("Keys and mouse"))
            shell.Help.ShowKeys = true;
        if (Item("About VolumeViewer"))
            shell.Help.ShowAbout = true;
    }

    private void Show(SideTab tab) => (shell.ShowSide, bench.WantedTab) = (true, tab);

    private void LayoutButtons()
    {
        var (size, height) = (Theme.Px(30), ImGui.GetWindowHeight());
        var left = ImGui.GetWindowWidth() - ((size + Theme.Px(2)) * Layouts.Length) - Theme.Px(12);
        if (left < ImGui.GetCursorPosX() + Theme.Px(10))
            return;
        var draw = ImGui.GetWindowDrawList();
        foreach (var (layout, title, key) in Layouts)
        {
            ImGui.SetCursorPos(new Vector2(left, 0));
            var place = ImGui.GetCursorScreenPos();
            if (ImGui.InvisibleButton(title, new Vector2(size, height)))
                bench.Viewer.Layout = layout;
            var isOn = bench.Viewer.Layout == layout;
            var box = Rect.At(place.X, place.Y + Theme.Px(3), size, height - Theme.Px(6));
            if (isOn || ImGui.IsItemHovered())
                draw.AddRectFilled(box.Min, box.Max, Theme.U32(isOn ? Theme.AccentDim : Theme.FrameHovered), Theme.Px(5));
            LayoutSign(draw, layout, box, isOn ? Theme.Text : Theme.Muted);
            Ui.Tooltip($"{title} ({key})");
            left += size + Theme.Px(2);
        }
    }

    private static void LayoutSign(ImDrawListPtr draw, ViewLayout layout, Rect box, Vector4 color)
    {
        if (layout == ViewLayout.FourUp)
        {
            var (square, gap) = (Theme.Px(6), Theme.Px(1));
            for (var part = 0; part < 4; part++)
            {
                var at = box.Center + new Vector2((part & 1) == 0 ? -square - gap : gap, part < 2 ? -square - gap : gap);
                draw.AddRect(at, at + new Vector2(square), Theme.U32(color), 1, ImDrawFlags.None, Math.Max(1, Theme.Px(1.2f)));
            }
            return;
        }
        var name = layout == ViewLayout.Volume ? "3-D" : layout.ToString()[^1..].ToLowerInvariant();
        draw.AddText(box.Center - (ImGui.CalcTextSize(name) / 2), Theme.U32(color), name);
    }
}
