using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Tables and plots that operations gave.</summary>
internal sealed class ResultsPanel(Workbench bench)
{
    private static readonly ImGuiTableFlags Flags = ImGuiTableFlags.BordersInnerH | ImGuiTableFlags.RowBg | ImGuiTableFlags.SizingFixedFit | ImGuiTableFlags.ScrollX;

    public void Draw()
    {
        var items = bench.Results.Items;
        if (items.Count == 0)
        {
            Ui.Wrapped("Tables and plots that operations give appear here.", Theme.Muted);
            return;
        }
        ResultItem? closed = null;
        for (var index = 0; index < items.Count; index++)
        {
            ImGui.PushID(items.Count - index);
            var item = items[index];
            if (!Header(item))
                closed = item;
            if (item.Table is { } table)
                Cells(table);
            else if (item.Plot is { } plot)
                LineChart.Draw("plot", plot, new Vector2(ImGui.GetContentRegionAvail().X, Theme.Px(230)));
            ImGui.Dummy(new Vector2(0, Theme.Px(8)));
            ImGui.PopID();
        }
        if (closed is not null)
            bench.Results.Remove(closed);
    }

    private static bool Header(ResultItem item)
    {
        var button = Ui.Height;
        ImGui.AlignTextToFramePadding();
        ImGui.PushFont(Fonts.Strong);
        Ui.Elided(item.Title, ImGui.GetContentRegionAvail().X - (2 * button) - Theme.Px(12), Theme.Text);
        ImGui.PopFont();
        ImGui.SameLine(ImGui.GetContentRegionAvail().X - (2 * button));
        if (Ui.IconButton("copy", Icon.Copy, "Copy with tabs between the columns, for a spreadsheet"))
            ImGui.SetClipboardText(item.Table is { } table ? ResultStore.TabSeparated(table) : ResultStore.TabSeparated(item.Plot!));
        ImGui.SameLine(0, Theme.Px(2));
        var stays = !Ui.IconButton("close", Icon.Close, "Take this off the list");
        if (item.Source != item.Title)
            Ui.Elided(item.Source, ImGui.GetContentRegionAvail().X, Theme.Muted);
        return stays;
    }

    private void Cells(Table table)
    {
        var height = ((Math.Min(table.Rows.Count, 14) + 1) * (ImGui.GetTextLineHeight() + (ImGui.GetStyle().CellPadding.Y * 2))) + ImGui.GetStyle().ScrollbarSize + Theme.Px(4);
        var flags = table.Rows.Count > 14 ? Flags | ImGuiTableFlags.ScrollY : Flags;
        if (table.Columns.Count == 0 || !ImGui.BeginTable("table", table.Columns.Count, flags, new Vector2(0, height)))
            return;
        ImGui.TableSetupScrollFreeze(0, 1);
        foreach (var column in table.Columns)
            ImGui.TableSetupColumn(column.Heading);
        ImGui.TableHeadersRow();
        var hasPlaces = TablePlaces.Has(table);
        for (var row = 0; row < table.Rows.Count; row++)
        {
            ImGui.TableNextRow();
            for (var column = 0; column < table.Columns.Count; column++)
            {
                ImGui.TableNextColumn();
                var text = table.Text(row, column);
                if (column == 0 && hasPlaces)
                {
                    Place(table, row, text);
                    continue;
                }
                // Numbers stand at the right, so that their digits line up.
                if (table.Rows[row][column] is not string)
                    ImGui.SetCursorPosX(ImGui.GetCursorPosX() + Math.Max(0, ImGui.GetContentRegionAvail().X - Ui.Width(text)));
                Ui.Text(text);
            }
        }
        ImGui.EndTable();
    }

    // A double click on a row that is a place moves the crosshair there.
    private void Place(Table table, int row, string text)
    {
        var isPressed = ImGui.Selectable($"{text}##{row}", false, ImGuiSelectableFlags.SpanAllColumns | ImGuiSelectableFlags.AllowDoubleClick);
        if (isPressed && ImGui.IsMouseDoubleClicked(ImGuiMouseButton.Left) && TablePlaces.At(table, row) is { } place)
            bench.Viewer.Cursor = place;
    }
}
