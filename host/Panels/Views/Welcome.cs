using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Commands;
using VolumeViewer.Host.Plugins;
using VolumeViewer.Host.Projects;

namespace VolumeViewer.Host.Panels;

/// <summary>What the middle of the window says while there is nothing to show: how to begin, data to try, three things to do with them, and what was opened last.</summary>
internal static class Welcome
{
    private const int MostRecent = 8;

    public static void Draw(Workbench bench, Rect area)
    {
        var width = Math.Min(area.Width - Theme.Px(24), Theme.Px(760));
        var top = Math.Max(Theme.Px(12), area.Height * 0.08f);
        ImGui.SetCursorScreenPos(new Vector2(area.Center.X - (width / 2), area.Min.Y + top));
        ImGui.BeginChild("welcome", new Vector2(width, area.Height - top - Theme.Px(8)));
        ImGui.PushFont(Fonts.Title);
        Ui.Text("VolumeViewer");
        ImGui.PopFont();
        Ui.Wrapped("Drop volumes or a project onto this window: TIFF or NumPy files, or a folder of slices.", Theme.Muted);
        ImGui.Dummy(new Vector2(0, Theme.Px(6)));
        Buttons(bench);
        ImGui.Dummy(new Vector2(0, Theme.Px(8)));
        // Side by side where there is room for both.
        var isWide = width > Theme.Px(560);
        var column = isWide ? MathF.Floor((ImGui.GetContentRegionAvail().X - Theme.Px(24)) / 2) : ImGui.GetContentRegionAvail().X;
        ImGui.BeginGroup();
        Column(column, () =>
        {
            Try(bench);
            Samples(bench);
        });
        ImGui.EndGroup();
        if (isWide)
            ImGui.SameLine(0, Theme.Px(24));
        ImGui.BeginGroup();
        Column(column, () =>
        {
            Recent(bench);
            Operations(bench);
        });
        ImGui.EndGroup();
        Missing(bench.Services.Plugins);
        ImGui.EndChild();
    }

    // Texts wrap at the column's edge; a table of one cell keeps them there.
    private static void Column(float width, Action draw)
    {
        if (!ImGui.BeginTable($"column{ImGui.GetCursorPosX():0}", 1, ImGuiTableFlags.None, new Vector2(width, 0)))
            return;
        ImGui.TableNextRow();
        ImGui.TableNextColumn();
        draw();
        ImGui.EndTable();
    }

    private static void Buttons(Workbench bench)
    {
        if (Ui.MainButton("Open…", new Vector2(Theme.Px(110), 0)))
            FileDialogs.OpenVolumes(bench);
        Ui.Tooltip(bench.Keys.Hint("file.open", "Files, or a folder of slices"));
        ImGui.SameLine();
        if (ImGui.Button("Open project…"))
            ProjectCommands.Open(bench);
        Ui.Tooltip(bench.Keys.Hint("project.open", "All that was shown, and how, when it was saved"));
        var hint = string.Join("     ", new[] { "file.open", "edit.palette" }.Select(CommandTable.Find).Where(command => bench.Keys.Of(command).Count > 0)
            .Select(command => $"{bench.Keys.ShortText(command)}  {command.Title.TrimEnd('…')}"));
        ImGui.SameLine(0, Theme.Px(16));
        if (Ui.Width(hint) > ImGui.GetContentRegionAvail().X)
            ImGui.NewLine();
        else
            ImGui.AlignTextToFramePadding();
        Ui.Muted(hint);
    }

    private static void Try(Workbench bench)
    {
        Ui.Heading("Three things to try");
        Step("1", "Look at an electrode from all sides", "Turn it in the 3-D view with the left button; a click there moves the slices to that point.", bench, "electrode.tiff");
        Step("2", "Segment a tomogram", "Open a grey slice, then Operations, Segment. Each method asks only for what it needs, and undo takes it back.", bench, "300.tif");
        Step("3", "Make the figure for a paper", $"Show what you want, then {bench.Keys.Hint("figure.export", "Figure")}: PDF, SVG or PNG with scale bar and legend.", bench, null);
        ImGui.Dummy(new Vector2(0, Theme.Px(8)));
    }

    private static void Step(string number, string title, string text, Workbench bench, string? file)
    {
        ImGui.PushID(number);
        Ui.Colored($"{number}  {title}", Theme.Accent);
        Ui.Wrapped(text, Theme.Muted);
        var sample = SampleFiles.All.FirstOrDefault(each => file is not null && Path.GetFileName(each.Path) == file);
        if (sample.Path is not null && ImGui.SmallButton("Open it"))
            bench.Files.Open([sample.Path]);
        ImGui.PopID();
    }

    private static void Samples(Workbench bench)
    {
        if (bench.Samples.Count + SampleFiles.All.Count == 0)
            return;
        Ui.Heading("Sample data");
        foreach (var (title, path) in SampleFiles.All)
        {
            if (Row(path, title, Icon.File))
                bench.Files.Open([path]);
        }
        foreach (var (id, title) in bench.Samples)
        {
            if (Row(id, title.Length > 0 ? title : id, Icon.Image))
                bench.LoadSample(id, title.Length > 0 ? title : id);
        }
        ImGui.Dummy(new Vector2(0, Theme.Px(8)));
    }

    private static void Recent(Workbench bench)
    {
        var paths = bench.Project.Recent.Paths;
        if (paths.Count == 0)
            return;
        Ui.Heading("Opened last");
        foreach (var path in paths.Take(MostRecent))
        {
            if (Row(path, Path.GetFileName(path), ProjectState.IsProject(path) ? Icon.Labels : Directory.Exists(path) ? Icon.Folder : Icon.File))
                bench.Files.Open([path]);
            Ui.Tooltip(path);
        }
        ImGui.Dummy(new Vector2(0, Theme.Px(8)));
    }

    // A line that can be clicked, its name cut to the room.
    private static bool Row(string id, string name, Icon icon)
    {
        var (place, height) = (ImGui.GetCursorScreenPos(), ImGui.GetTextLineHeight() + Theme.Px(6));
        var room = ImGui.GetContentRegionAvail().X;
        var pressed = ImGui.Selectable($"##{id}", false, ImGuiSelectableFlags.None, new Vector2(room, height));
        var draw = ImGui.GetWindowDrawList();
        Icons.Draw(draw, icon, Rect.At(place.X, place.Y, height, height), Theme.U32(Theme.Accent));
        draw.AddText(place + new Vector2(height + Theme.Px(6), Theme.Px(3)), Theme.U32(Theme.Text), Elision.Middle(name, room - height - Theme.Px(8), Ui.Width));
        return pressed;
    }

    private static void Operations(Workbench bench)
    {
        if (bench.Operations.Count == 0)
            return;
        Ui.Heading("What can be done");
        foreach (var group in bench.Operations)
        {
            Ui.Colored(group.Title, Theme.Accent);
            Ui.Wrapped(string.Join(", ", group.Items.Select(item => item.Title)), Theme.Muted);
        }
    }

    private static void Missing(PluginManager plugins)
    {
        var broken = plugins.Plugins.Where(plugin => plugin.State is PluginState.Failed or PluginState.Incompatible).ToList();
        if (plugins.Plugins.Count > 0 && broken.Count == 0)
            return;
        ImGui.Dummy(new Vector2(0, Theme.Px(10)));
        ImGui.PushFont(Fonts.Strong);
        Ui.Colored("What is missing", Theme.Warning);
        ImGui.PopFont();
        if (plugins.Plugins.Count == 0)
        {
            Ui.Wrapped(Directory.Exists(plugins.Folder)
                ? $"The plugin folder '{plugins.Folder}' holds no plugin, so no file can be read and no operation run. Put plugins there."
                : $"There is no plugin folder '{plugins.Folder}', so no file can be read and no operation run. Build the plugins, or copy them there.");
        }
        foreach (var plugin in broken)
            Ui.Wrapped($"The plugin '{plugin.Id}' cannot be used: {plugin.Reason}");
    }
}
