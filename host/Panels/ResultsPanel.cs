using System.Numerics;

using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>Tables and plots that operations gave.</summary>
internal sealed class ResultsPanel(Workbench bench)
{
    private ResultItem? _newest;

    /// <summary>How far the list was scrolled down, as it was drawn last.</summary>
    public float Scroll { get; private set; }

    /// <summary>Where the first button of a folder was drawn last.</summary>
    public Rect Folder { get; private set; }

    public void Draw()
    {
        var items = bench.Results.Items;
        if (items.Count == 0)
        {
            Ui.Wrapped("Tables and plots that operations give appear here.", Theme.Muted);
            return;
        }
        // What has just come stands on top, where its user looks for it.
        if (!ReferenceEquals(_newest, items[0]) && _newest?.IsTemporary != true)
            ImGui.SetScrollY(0);
        _newest = items[0];
        Scroll = ImGui.GetScrollY();
        ResultItem? closed = null;
        for (var index = 0; index < items.Count; index++)
        {
            ImGui.PushID(items.Count - index);
            var item = items[index];
            if (!Header(item))
                closed = item;
            if (item.Table is { } table)
                TableView.Draw(bench, "table", table, item.TableLook);
            else if (item.Plot is { } plot)
                LineChart.Draw("plot", plot, new Vector2(ImGui.GetContentRegionAvail().X, Theme.Px(230)), item.PlotLook, bench);
            ImGui.Dummy(new Vector2(0, Theme.Px(8)));
            ImGui.PopID();
        }
        if (closed is not null)
            bench.Results.Remove(closed);
    }

    private bool Header(ResultItem item)
    {
        var button = Ui.Height;
        ImGui.AlignTextToFramePadding();
        ImGui.PushFont(Fonts.Strong);
        Ui.Elided(item.Title, ImGui.GetContentRegionAvail().X - button - Theme.Px(12), Theme.Text);
        ImGui.PopFont();
        ImGui.SameLine(ImGui.GetContentRegionAvail().X - button);
        var stays = !Ui.IconButton("close", Icon.Close, "Take this off the list");
        if (item.Source != item.Title)
            Ui.Elided(item.Source, ImGui.GetContentRegionAvail().X, Theme.Muted);
        if (FolderButtons.Draw(bench, item.Folder) is { } place)
            Folder = place;
        return stays;
    }
}
