using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Commands;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The line at the top: the menus, and buttons for the layouts.</summary>
internal sealed class MenuBar(CommandTarget target)
{
    private Workbench Bench => target.Bench;

    private KeyMap Keys => target.Bench.Keys;

    /// <returns>The height of the line.</returns>
    public float Draw()
    {
        ImGui.PushStyleVar(ImGuiStyleVar.FramePadding, new Vector2(Theme.Px(8), Theme.Px(6)));
        var isOpen = ImGui.BeginMainMenuBar();
        ImGui.PopStyleVar();
        if (!isOpen)
            return 0;
        Menu("File", File);
        Menu("Edit", Edit);
        Menu("Layer", Layer);
        Menu("Label", Label);
        Menu("View", View);
        Menu("Measure", Measure);
        Menu("Operations", Operations);
        if (Bench.Samples.Count + SampleFiles.All.Count > 0)
            Menu("Samples", Samples);
        Menu("Plugins", Plugins);
        Menu("Help", Help);
        var menus = ImGui.GetCursorPosX();
        CompareButtons.Draw(target, menus, LayoutButtons());
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

    private static bool Item(string title, string key = "", bool isEnabled = true) => ImGui.MenuItem(title, key, false, isEnabled);

    private void Commands(params IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            if (id == "-")
                ImGui.Separator();
            else
                Item(CommandTable.Find(id));
        }
    }

    private void Item(AppCommand command)
    {
        // Titles name layers, and two number signs would end them.
        var title = Elision.Middle(command.TitleNow?.Invoke(target) ?? command.Title, Theme.Px(320), Ui.Width).Replace("##", "# #", StringComparison.Ordinal);
        if (ImGui.MenuItem($"{title}###{command.Id}", Keys.ShortText(command), command.IsOn?.Invoke(target) ?? false, command.IsEnabled(target)))
            command.Run(target);
    }

    private void File()
    {
        Commands("file.open", "file.open-stack", "file.open-with");
        Menu("Open recent", Recent);
        Commands("-", "project.new", "project.open", "project.save", "project.save-as", "-", "file.save-layer", "file.restore-labels", "-",
            "file.screenshot", "file.screenshot-as", "figure.screenshot-views", "figure.export", "animation.show", "-", "file.settings", "-", "file.quit");
    }

    private void Recent()
    {
        var recent = Bench.Project.Recent;
        if (recent.Paths.Count == 0)
            Item("Nothing was opened yet", isEnabled: false);
        foreach (var path in recent.Paths)
        {
            if (Item($"{Elision.Middle(Path.GetFileName(path), Theme.Px(260), Ui.Width)}###{path}"))
                Bench.Files.Open([path]);
            Ui.Tooltip(path);
        }
        Commands("-", "file.clear-recent");
    }

    private void Edit() => Commands("edit.undo", "edit.redo", "edit.steps", "-", "edit.palette");

    private void Layer()
    {
        LayerItems();
        ImGui.Separator();
        Menu("Look", Look);
    }

    private void Label()
    {
        foreach (var tool in ToolTable.All.Where(tool => tool.Paints))
            Item(tool.Command);
        Commands("-", "paint.shape", "paint.reach", "paint.smaller", "paint.larger", "-", "paint.swap", "paint.next-phase", "paint.previous-phase", "paint.new-phase", "-",
            "paint.preserve", "paint.greys", "paint.double-click", "-", "paint.new-labels", "live.toggle");
    }

    private void LayerItems() => Commands(
        "paint.new-labels", "live.toggle", "-",
        "layer.toggle-visible", "layer.toggle-others", "layer.show-all", "layer.hide-all", "-", "layer.select-above", "layer.select-below", "-",
        "layer.bring-up", "layer.send-down", "layer.rename", "layer.auto-contrast", "-", "layer.remove");

    private void Look()
    {
        Menu("Draw in 3-D", () => LookCommands.Modes.ToList().ForEach(Item));
        Menu("Blending", () => LookCommands.Blendings.ToList().ForEach(Item));
        Menu("Interpolation", () => Commands("layer.nearest", "layer.linear", "layer.cubic"));
        Commands("-", "layer.full-contrast", "layer.slice-contrast", "layer.reset-gamma", "layer.invert-colormap", "layer.own-colors", "-", "layer.box", "layer.outlines", "layer.unlabelled", "layer.only-phase", "layer.all-phases", "layer.no-phases");
    }

    private void View()
    {
        foreach (var (_, command) in ViewCommands.Layouts)
            Item(command);
        Commands("-", "view.show-all", "view.crosshair", "view.scale", "view.legend", "view.color-bar", "view.parallel", "view.shadows", "-", "view.side-panel");
        Menu("Look at", () =>
        {
            CutCommands.Looks.ToList().ForEach(Item);
            Commands("-", "view.cube", "view.ticks", "view.arrows", "view.box");
        });
        Menu("Compare", () =>
        {
            foreach (var (_, command) in ComparisonCommands.Modes)
                Item(command);
            Commands("-", "compare.swap", "compare.pause", "compare.off");
        });
        Menu("Oblique slice", () =>
        {
            Item(ToolTable.PlaneThroughPoints.Command);
            ComparisonCommands.Oblique.ToList().ForEach(Item);
        });
        Menu("Thick slices", () => ComparisonCommands.Slabs.ToList().ForEach(Item));
        Menu("Turn the slice", () => TurnCommands.All.ToList().ForEach(Item));
        Commands("view.play", "view.go-to-slice");
        Menu("Cut", () => Commands("view.cutting", "-", "cut.crop", "cut.plane-x", "cut.plane-y", "cut.plane-z", "cut.plane-view", "-", "cut.flip", "cut.switch", "cut.through-crosshair",
            "cut.remove-plane", "cut.clear", "-", "cut.ignore", "cut.handles", "-", "depict.volume", "depict.plane", "depict.slices", "depict.x", "depict.y", "depict.z", "depict.view"));
        Menu("Size of text", () =>
        {
            foreach (var command in ViewCommands.TextSizes)
                Item(command);
        });
    }

    private void Measure()
    {
        foreach (var tool in MeasureTools.All)
            Item(tool.Command);
        Commands("-", "measure.panel", "measure.elsewhere", "measure.visible", "measure.to-results", "-", "measure.remove", "measure.remove-all", "-");
        Item(NoteTool.Entry.Command);
        Commands("note.panel", "note.remove-all", "-");
        Menu("Points", () =>
        {
            Item(PointsTools.Add.Command);
            Item(PointsTools.Select.Command);
            PointCommands.All.ToList().ForEach(Item);
        });
    }

    private void Operations()
    {
        if (Bench.Operations.Count == 0)
            Item("No plugin brings operations", isEnabled: false);
        foreach (var group in Bench.Operations)
        {
            Menu(group.Title, () =>
            {
                foreach (var (id, title) in group.Items)
                {
                    if (Item(title))
                        Bench.OpenForm(id);
                }
            });
        }
        Commands("-", "view.queue", "view.runs", "view.history");
    }

    private void Samples()
    {
        foreach (var (title, path) in SampleFiles.All)
        {
            if (Item(title))
                Bench.Files.Open([path]);
        }
        foreach (var (id, title) in Bench.Samples)
        {
            if (Item(title.Length > 0 ? title : id))
                Bench.LoadSample(id, title.Length > 0 ? title : id);
        }
    }

    private void Plugins()
    {
        Commands("view.plugins", "-");
        foreach (var plugin in Bench.Services.Plugins.Plugins)
        {
            if (Item($"{plugin.Name}##{plugin.Location}", PluginStates.Look(plugin).Word))
                target.Show(SideTab.Plugins);
        }
    }

    private void Help() => Commands("help.keys", "-", "help.keys-own", "help.keys-napari", "-", "help.about");

    // Gives where the buttons begin.
    private float LayoutButtons()
    {
        var (size, height) = (Theme.Px(30), ImGui.GetWindowHeight());
        var left = ImGui.GetWindowWidth() - ((size + Theme.Px(2)) * ViewCommands.Layouts.Count) - Theme.Px(12);
        if (left < ImGui.GetCursorPosX() + Theme.Px(10))
            return 0;
        var draw = ImGui.GetWindowDrawList();
        var begin = left;
        foreach (var (layout, command) in ViewCommands.Layouts)
        {
            ImGui.SetCursorPos(new Vector2(left, 0));
            var place = ImGui.GetCursorScreenPos();
            if (ImGui.InvisibleButton(command.Id, new Vector2(size, height)))
                command.Run(target);
            var isOn = Bench.Viewer.Layout == layout;
            var box = Rect.At(place.X, place.Y + Theme.Px(3), size, height - Theme.Px(6));
            if (isOn || ImGui.IsItemHovered())
                draw.AddRectFilled(box.Min, box.Max, Theme.U32(isOn ? Theme.AccentDim : Theme.FrameHovered), Theme.Px(5));
            LayoutSign(draw, layout, box, isOn ? Theme.Text : Theme.Muted);
            Ui.Tooltip(Keys.Hint(command.Id, command.Title));
            left += size + Theme.Px(2);
        }
        return begin;
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
        if (layout == ViewLayout.Oblique)
        {
            var pen = new IconPen(draw, box, Theme.U32(color));
            pen.Closed(-7, 1, 3, -7, 7, -1, -3, 7);
            return;
        }
        var name = layout == ViewLayout.Volume ? "3-D" : layout.ToString()[^1..].ToLowerInvariant();
        draw.AddText(box.Center - (ImGui.CalcTextSize(name) / 2), Theme.U32(color), name);
    }
}
