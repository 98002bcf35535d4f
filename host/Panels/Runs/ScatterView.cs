using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Runs;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Any number of the results over any other, coloured by a third.</summary>
internal sealed class ScatterView(Workbench bench)
{
    private const string Plain = "the run";

    private string _x = "", _y = "", _color = Plain;
    private bool _isLogX;

    private RunsDesk Desk => bench.Runs;

    public void Draw()
    {
        var table = Desk.Results;
        var names = Enumerable.Range(0, table.Columns.Count).Where(column => table.Rows.Any(row => Number(row[column]) is not null)).Select(column => table.Columns[column].Name).ToList();
        if (names.Count < 2)
        {
            Ui.Muted("There are no numbers to draw yet.");
            return;
        }
        Choices(names);
        var (xs, ys, colors) = (Column(table, _x), Column(table, _y), _color == Plain ? null : Column(table, _color));
        var points = Enumerable.Range(0, table.Rows.Count).Where(row => row < Desk.Comparison.Runs.Count && Desk.IsShown(Desk.Comparison.Runs[row]) && xs[row] is not null && ys[row] is not null).ToList();
        var room = ImGui.GetContentRegionAvail();
        var key = colors is null ? 0 : Theme.Px(28) + ImGui.GetTextLineHeight();
        var frame = RunChart.Begin("scatter", room - new Vector2(0, key), _x + (_isLogX ? " (logarithmic)" : ""), _y, points.Select(row => xs[row]!.Value), points.Select(row => ys[row]!.Value), _isLogX, false, 0.06f);
        if (frame is null)
            return;
        var range = ChartRange.Of(points.Select(row => colors?[row]).OfType<double>(), 0);
        Points(frame, points, xs, ys, row => colors is null ? RunColors.Of(row) : colors[row] is { } value ? ColorAt((float)range.Position(value)) : Theme.Muted);
        if (colors is not null)
            Key(range);
    }

    private void Choices(List<string> names)
    {
        if (!names.Contains(_x))
            _x = Desk.Comparison.Varied.FirstOrDefault(names.Contains) ?? names.Find(name => name == "seconds") ?? names[0];
        if (!names.Contains(_y))
            _y = names.Find(name => name == "best validation mean IoU") ?? names.Find(name => name.StartsWith("best ", StringComparison.Ordinal)) ?? names[^1];
        if (_color != Plain && !names.Contains(_color))
            _color = Plain;
        var width = Math.Max(Theme.Px(80), (ImGui.GetContentRegionAvail().X - Theme.Px(190)) / 3);
        if (Ui.Choose("##scatter y", _y, names, width) is { } y)
            _y = y;
        ImGui.SameLine();
        Ui.Muted("over");
        ImGui.SameLine();
        if (Ui.Choose("##scatter x", _x, names, width) is { } x)
            _x = x;
        ImGui.SameLine();
        ImGui.Checkbox("log", ref _isLogX);
        Ui.Tooltip("Draw x on a logarithmic scale");
        ImGui.SameLine();
        Ui.Muted("by");
        Ui.Tooltip("What the colour tells");
        ImGui.SameLine();
        if (Ui.Choose("##scatter color", _color, [Plain, .. names], width) is { } color)
            _color = color;
    }

    private void Points(RunChart.Frame frame, List<int> points, double?[] xs, double?[] ys, Func<int, Vector4> color)
    {
        var (draw, pointer, radius) = (ImGui.GetWindowDrawList(), ImGui.GetIO().MousePos, Theme.Px(6));
        int? pointed = null;
        foreach (var row in points)
        {
            var place = frame.Place(xs[row]!.Value, ys[row]!.Value);
            if (!float.IsFinite(place.X + place.Y))
                continue;
            var isChosen = Desk.Comparison.Runs[row].Folder == Desk.Chosen;
            draw.AddCircleFilled(place, isChosen ? radius * 1.4f : radius, Theme.U32(color(row)));
            if (isChosen)
                draw.AddCircle(place, radius * 1.9f, Theme.U32(Theme.Text), 0, Theme.Px(1.5f));
            if (ImGui.IsItemHovered() && Vector2.Distance(place, pointer) < radius * 1.6f)
                pointed = row;
        }
        if (pointed is not { } found)
            return;
        var run = Desk.Comparison.Runs[found];
        RunTip.Show(run, Desk.Comparison, $"{_y} {Lengths.Number(ys[found]!.Value)}, {_x} {Lengths.Number(xs[found]!.Value)}");
        if (ImGui.IsMouseClicked(ImGuiMouseButton.Left))
            Desk.Chosen = run.Folder;
    }

    private void Key(ChartRange range)
    {
        var (draw, place) = (ImGui.GetWindowDrawList(), ImGui.GetCursorScreenPos());
        var (low, high) = (Lengths.Number(range.Min), Lengths.Number(range.Max));
        var name = Elision.Middle(_color, ImGui.GetContentRegionAvail().X * 0.4f, Ui.Width);
        draw.AddText(place + new Vector2(0, Theme.Px(6)), Theme.U32(Theme.Muted), $"{name}   {low}");
        var left = place.X + Ui.Width($"{name}   {low}") + Theme.Px(8);
        var (width, steps) = (Theme.Px(160), 40);
        for (var step = 0; step < steps; step++)
        {
            var from = new Vector2(left + (width * step / steps), place.Y + Theme.Px(8));
            draw.AddRectFilled(from, from + new Vector2((width / steps) + 1, Theme.Px(12)), Theme.U32(ColorAt(step / (steps - 1f))));
        }
        draw.AddText(new Vector2(left + width + Theme.Px(8), place.Y + Theme.Px(6)), Theme.U32(Theme.Muted), high);
    }

    // The dark end of the map would be lost on the ground.
    private static Vector4 ColorAt(float position) => Theme.Of((Colormap.BuiltIn.FirstOrDefault(map => map.Id == "viridis") ?? Colormap.BuiltIn[^1]).At(0.2f + (0.8f * Math.Clamp(position, 0, 1))));

    private static double?[] Column(Table table, string name)
    {
        var column = table.Columns.ToList().FindIndex(each => each.Name == name);
        return [.. table.Rows.Select(row => column < 0 ? null : Number(row[column]))];
    }

    private static double? Number(object? cell) => cell is double number && double.IsFinite(number) ? number : null;
}
