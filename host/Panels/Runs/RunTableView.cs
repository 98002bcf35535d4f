using System.Numerics;
using System.Text;

using ImGuiNET;

using VolumeViewer.Host.CommandLine;
using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Runs;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The results of all runs, in the order of any column.</summary>
internal sealed class RunTableView(Workbench bench)
{
    private const ImGuiTableFlags Flags = ImGuiTableFlags.BordersInnerH | ImGuiTableFlags.BordersInnerV | ImGuiTableFlags.RowBg | ImGuiTableFlags.SizingFixedFit | ImGuiTableFlags.ScrollX | ImGuiTableFlags.ScrollY;

    private bool _isDescending;

    /// <summary>The column that the rows are ordered by, or null.</summary>
    public string? Sorted { get; private set; }

    /// <summary>The names of the runs as they were drawn last, from above.</summary>
    public List<string> Order { get; } = [];

    /// <summary>Where the headings were drawn last.</summary>
    public Dictionary<string, Rect> Headings { get; } = [];

    public void Draw()
    {
        var table = bench.Runs.Results;
        var columns = Shown(table);
        var rows = Sorted is { } name && table.Columns.ToList().FindIndex(column => column.Name == name) is var sorted and >= 0
            ? TableOrder.Rows(table, sorted, _isDescending) : [.. Enumerable.Range(0, table.Rows.Count)];
        if (ImGui.Button("Save CSV…"))
        {
            var ordered = TableOrder.Ordered(table, rows);
            bench.FileRequest = new FileRequest("Save the table as", FileGoal.Save, "Save", "runs.csv", paths => bench.InBackground(() =>
            {
                OutputPath.WriteAllBytes(paths[0], Encoding.UTF8.GetBytes(ResultWriter.Csv(ordered)));
                bench.Post(() => bench.Notices.Tell($"Saved the table as {paths[0]}"));
            }));
        }
        ImGui.SameLine();
        ImGui.AlignTextToFramePadding();
        Ui.Elided("Click a heading to sort by it, a row to choose the run.", ImGui.GetContentRegionAvail().X, Theme.Muted);
        if (columns.Count == 0 || !ImGui.BeginTable($"results of {columns.Count}", columns.Count, Flags, Vector2.Zero))
            return;
        ImGui.TableSetupScrollFreeze(1, 1);
        foreach (var column in columns)
            ImGui.TableSetupColumn(table.Columns[column].Name, ImGuiTableColumnFlags.WidthFixed, WidthOf(table, column));
        Headers(table, columns);
        Order.Clear();
        foreach (var row in rows)
            Row(table, columns, row);
        ImGui.EndTable();
    }

    // What no run has is left out, and so are norms, of which there may be dozens; the export has all.
    private static List<int> Shown(Table table) => [.. Enumerable.Range(0, Math.Min(table.Columns.Count, 200)).Where(column =>
        table.Rows.Any(row => row[column] is not null and not "") && !table.Columns[column].Name.Contains("norm ", StringComparison.Ordinal)).Take(60)];

    // Headings can be pressed, and so do not widen their columns by themselves.
    private static float WidthOf(Table table, int column) =>
        Math.Max(Ui.Width(table.Columns[column].Name + " ↑"), Enumerable.Range(0, Math.Min(table.Rows.Count, 100)).Select(row => Ui.Width(table.Text(row, column))).DefaultIfEmpty().Max()) + Theme.Px(4);

    private void Headers(Table table, List<int> columns)
    {
        ImGui.TableNextRow(ImGuiTableRowFlags.Headers);
        Headings.Clear();
        foreach (var column in columns)
        {
            ImGui.TableNextColumn();
            var name = table.Columns[column].Name;
            var place = ImGui.GetCursorScreenPos();
            if (ImGui.Selectable($"{name}{(name == Sorted ? _isDescending ? " ↓" : " ↑" : "")}##{column}"))
                Sort(name);
            Headings[name] = Rect.At(place.X, place.Y, Ui.Width(name), ImGui.GetTextLineHeight());
        }
    }

    // The first click brings what is wanted to the top: the best of a metric, the least of a setting.
    private void Sort(string name)
    {
        var isBestHigh = (name.StartsWith("best ", StringComparison.Ordinal) || name.StartsWith("last ", StringComparison.Ordinal) || name.StartsWith("test ", StringComparison.Ordinal))
            && !RunComparison.IsLowGood(name);
        _isDescending = name == Sorted ? !_isDescending : isBestHigh;
        Sorted = name;
    }

    private void Row(Table table, List<int> columns, int row)
    {
        var run = bench.Runs.Comparison.Runs.ElementAtOrDefault(row);
        ImGui.TableNextRow();
        foreach (var column in columns)
        {
            ImGui.TableNextColumn();
            var text = table.Rows[row][column] is double number && !double.IsFinite(number) ? "–" : table.Text(row, column);
            if (column == 0)
            {
                Order.Add(text);
                if (ImGui.Selectable($"{text}##{row}", run is not null && run.Folder == bench.Runs.Chosen, ImGuiSelectableFlags.SpanAllColumns) && run is not null)
                    bench.Runs.Chosen = run.Folder == bench.Runs.Chosen ? null : run.Folder;
                continue;
            }
            // Numbers stand at the right, so that their digits line up.
            if (table.Rows[row][column] is not string)
                ImGui.SetCursorPosX(ImGui.GetCursorPosX() + Math.Max(0, ImGui.GetContentRegionAvail().X - Ui.Width(text)));
            Ui.Text(text);
        }
    }
}
