using System.Numerics;
using System.Text;

using ImGuiNET;

using VolumeViewer.Host.CommandLine;
using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Draws a table that can be sorted, filtered, selected from, copied and saved. Only the rows in sight cost time.</summary>
internal static class TableView
{
    private const ImGuiTableFlags Flags = ImGuiTableFlags.BordersInnerH | ImGuiTableFlags.RowBg | ImGuiTableFlags.SizingFixedFit | ImGuiTableFlags.ScrollX | ImGuiTableFlags.ScrollY | ImGuiTableFlags.Resizable;

    private const int MostRows = 14, FilterFrom = 9, MeasuredRows = 200;

    // Share of the width that the names of the rows take at first; the user draws the column wider.
    private const float MostOfNames = 0.5f;

    /// <param name="bench">Saves, tells, and moves the crosshair.</param>
    /// <param name="id">Tells it from others in the same panel.</param>
    /// <param name="table">What is shown.</param>
    /// <param name="look">How it is looked at; kept by the caller.</param>
    /// <param name="height">Of the whole, or null for as many rows as there are, up to a number that leaves room for other things.</param>
    public static void Draw(Workbench bench, string id, Table table, TableLook look, float? height = null)
    {
        ImGui.PushID(id);
        Tools(bench, table, look, canEnlarge: height is null);
        var rows = look.Rows(table);
        var line = ImGui.GetTextLineHeight() + (ImGui.GetStyle().CellPadding.Y * 2);
        var room = height is { } all ? Math.Max(line * 4, all - Ui.Height - Theme.Px(8)) : ((Math.Min(Math.Max(1, rows.Count), MostRows) + 1) * line) + ImGui.GetStyle().ScrollbarSize + Theme.Px(4);
        if (table.Columns.Count > 0 && ImGui.BeginTable("table", table.Columns.Count, Flags, new Vector2(0, room)))
        {
            var widths = look.Widths(table, Theme.Scale, column => WidthOf(table, column));
            // A number far to the right says nothing without the name of its row, which leaves it room nevertheless.
            var isNamed = table.Columns.Count > 1 && table.Rows.Count > 0 && table.Rows[0][0] is string;
            var names = isNamed ? Math.Min(widths[0], ImGui.GetContentRegionAvail().X * MostOfNames) : widths[0];
            ImGui.TableSetupScrollFreeze(isNamed ? 1 : 0, 1);
            for (var column = 0; column < table.Columns.Count; column++)
                ImGui.TableSetupColumn(table.Columns[column].Heading, ImGuiTableColumnFlags.WidthFixed, column == 0 ? names : widths[column]);
            Heads(table, look);
            Rows(bench, table, look, rows, line);
            WheelChain.Inside();
            ImGui.EndTable();
            WheelChain.Outside();
        }
        if (rows.Count == 0 && table.Rows.Count > 0)
            Ui.Muted("No row has these words.");
        ImGui.PopID();
    }

    /// <summary>Asks where to save a table, and saves it there.</summary>
    public static void Save(Workbench bench, Table table) => bench.FileRequest = new FileRequest("Save the table as", FileGoal.Save, "Save",
        $"{ResultWriter.FileName(table.Title)}.csv", paths => bench.InBackground(() =>
        {
            // A byte-order mark, so that spreadsheets read the units right; RFC 4180 asks for CR LF.
            OutputPath.WriteAllBytes(paths[0], [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(ResultWriter.CsvLines(table, "\r\n"))]);
            bench.Post(() => bench.Notices.Tell($"Saved the table as {paths[0]}"));
        }));

    private static void Tools(Workbench bench, Table table, TableLook look, bool canEnlarge)
    {
        var (button, gap) = (Ui.Height, Theme.Px(2));
        var width = ImGui.GetContentRegionAvail().X - ((button + gap) * (canEnlarge ? 3 : 2)) - Theme.Px(4);
        if (table.Rows.Count >= FilterFrom || look.Filter.Length > 0)
        {
            ImGui.SetNextItemWidth(width);
            var filter = look.Filter;
            if (Ui.InputTextWithHint("##filter", $"Filter {table.Rows.Count} rows", ref filter, 200))
                look.Filter = filter;
        }
        else
        {
            ImGui.AlignTextToFramePadding();
            Ui.Elided(look.Selected.Count > 0 ? $"{look.Selected.Count} of {table.Rows.Count} rows selected" : $"{table.Rows.Count} {(table.Rows.Count == 1 ? "row" : "rows")}", width, Theme.Muted);
        }
        ImGui.SameLine(ImGui.GetContentRegionAvail().X - ((button + gap) * (canEnlarge ? 3 : 2)) + gap);
        var what = look.Selected.Count > 0 ? "the selected rows" : "all rows shown";
        if (Ui.IconButton("copy", Icon.Copy, $"Copy {what}, with tabs between the columns, for a spreadsheet"))
            ImGui.SetClipboardText(ResultStore.TabSeparated(look.Taken(table)));
        ImGui.SameLine(0, gap);
        if (Ui.IconButton("csv", Icon.File, $"Save {what} as CSV…"))
            Save(bench, look.Taken(table));
        if (!canEnlarge)
            return;
        ImGui.SameLine(0, gap);
        if (Ui.IconButton("larger", Icon.Enlarge, "Open in a larger view"))
            bench.Larger.Show(table);
    }

    private static void Heads(Table table, TableLook look)
    {
        ImGui.TableNextRow(ImGuiTableRowFlags.Headers);
        for (var column = 0; column < table.Columns.Count; column++)
        {
            ImGui.TableNextColumn();
            var heading = table.Columns[column].Heading;
            var place = ImGui.GetCursorScreenPos();
            var sign = look.Sorted == column ? look.IsDescending ? " ↓" : " ↑" : "";
            if (ImGui.Selectable($"{heading.Replace("##", "# #", StringComparison.Ordinal)}{sign}###head {column}"))
                look.SortBy(column);
            look.Headings[heading] = Rect.At(place.X, place.Y, Ui.Width(heading), ImGui.GetTextLineHeight());
            Ui.Tooltip("Sort by this column; a second click turns the order, a third one restores it");
        }
    }

    private static unsafe void Rows(Workbench bench, Table table, TableLook look, IReadOnlyList<int> rows, float line)
    {
        var hasPlaces = TablePlaces.Has(table);
        var clipper = new ImGuiListClipperPtr(ImGuiNative.ImGuiListClipper_ImGuiListClipper());
        clipper.Begin(rows.Count, line);
        while (clipper.Step())
        {
            for (var index = clipper.DisplayStart; index < clipper.DisplayEnd; index++)
                Row(bench, table, look, rows[index], hasPlaces);
        }
        clipper.End();
        clipper.Destroy();
    }

    private static void Row(Workbench bench, Table table, TableLook look, int row, bool hasPlaces)
    {
        ImGui.TableNextRow();
        for (var column = 0; column < table.Columns.Count; column++)
        {
            ImGui.TableNextColumn();
            var text = table.Rows[row][column] is double.NaN or float.NaN ? "–" : table.Text(row, column);
            var isNumber = table.Rows[row][column] is not string;
            if (column == 0)
            {
                var whole = text;
                text = isNumber ? text : Elision.Middle(text, ImGui.GetContentRegionAvail().X, Ui.Width);
                var place = ImGui.GetCursorScreenPos();
                if (ImGui.Selectable($"##row {row}", look.Selected.Contains(row), ImGuiSelectableFlags.SpanAllColumns | ImGuiSelectableFlags.AllowDoubleClick))
                    Press(bench, table, look, row, hasPlaces);
                if (hasPlaces)
                    Ui.Tooltip("A double click moves the crosshair there");
                else if (text != whole)
                    Ui.Tooltip(whole);
                ImGui.SameLine(0, 0);
                ImGui.SetCursorScreenPos(place);
            }
            // Numbers stand at the right, so that their digits line up.
            if (isNumber)
                ImGui.SetCursorPosX(ImGui.GetCursorPosX() + Math.Max(0, ImGui.GetContentRegionAvail().X - Ui.Width(text)));
            Ui.Text(text);
        }
    }

    private static void Press(Workbench bench, Table table, TableLook look, int row, bool hasPlaces)
    {
        var io = ImGui.GetIO();
        if (hasPlaces && ImGui.IsMouseDoubleClicked(ImGuiMouseButton.Left) && TablePlaces.At(table, row) is { } place)
            bench.Viewer.Cursor = place;
        else
            look.Click(table, row, io.KeyCtrl, io.KeyShift);
    }

    // By the first rows: with more, the user draws the column wider.
    private static float WidthOf(Table table, int column) => Math.Min(Theme.Px(260), Math.Max(Ui.Width(table.Columns[column].Heading + " ↑"),
        Enumerable.Range(0, Math.Min(table.Rows.Count, MeasuredRows)).Select(row => Ui.Width(table.Text(row, column))).DefaultIfEmpty().Max()) + Theme.Px(4));
}
