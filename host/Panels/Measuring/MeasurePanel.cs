using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The list of measurements, and what the chosen one found.</summary>
internal sealed class MeasurePanel(Workbench bench)
{
    private readonly PlotLook _look = new();
    private readonly TableLook _shapes = new(), _greys = new(), _phases = new();
    private (object? Of, Table Table)? _shapesTable;
    private readonly Dictionary<string, (Table Of, Table Tidied)> _tidied = [];
    private Guid? _renamed;
    private string _name = "";

    /// <summary>Where the rows of the list were drawn last, from above.</summary>
    public List<Rect> Rows { get; } = [];

    /// <summary>The table of all measurements as it was drawn last, or null.</summary>
    public Table? Shown => _shapesTable?.Table;

    private MeasureDesk Desk => bench.Measures;

    private MeasurementList List => bench.Viewer.Measurements;

    private Spacing Spacing => SliceSteps.Reference(bench.Viewer)?.Spacing ?? Spacing.Uncalibrated;

    public void Draw()
    {
        Rows.Clear();
        if (List.Count == 0)
        {
            _shapesTable = null;
            Ui.Wrapped("Take a tool that measures from the bar above the views (the ruler is M) and draw in a slice, or click two points in 3-D.", Theme.Muted);
            return;
        }
        Buttons();
        foreach (var measurement in List.Items)
            Row(measurement);
        ImGui.Dummy(new Vector2(0, Theme.Px(4)));
        if (Desk.Chosen is { } chosen)
            Details(chosen);
        ImGui.Dummy(new Vector2(0, Theme.Px(4)));
        Ui.Heading("All measurements");
        object key = (List.Items, Spacing);
        if (_shapesTable is not { } known || !key.Equals(known.Of))
            _shapesTable = (key, MeasureTables.Shapes(List, Spacing));
        TableView.Draw(bench, "shapes", _shapesTable.Value.Table, _shapes);
    }

    /// <summary>Makes results of the measurements as they are now.</summary>
    public static void AddToResults(Workbench bench)
    {
        var (list, desk) = (bench.Viewer.Measurements, bench.Measures);
        var spacing = SliceSteps.Reference(bench.Viewer)?.Spacing ?? Spacing.Uncalibrated;
        var known = list.Select(item => (Of: item, Result: desk.ResultOf(item))).Where(pair => pair.Result is not null).Select(pair => (pair.Of, Result: pair.Result!)).ToList();
        var runs = known.SelectMany(pair => pair.Result.Layers.Where(layer => layer.Runs is not null).Select(layer => MeasureTables.Runs(pair.Of, layer, spacing.Unit)));
        Table[] tables = [MeasureTables.Shapes(list, spacing), MeasureTables.Greys(known), MeasureTables.Phases(known, spacing.Unit), .. runs];
        bench.Results.Add("Measurements", [.. tables.Where(table => table.Rows.Count > 0)], [.. known.Select(pair => MeasureTables.Profile(pair.Of, pair.Result)).OfType<Plot>()]);
        bench.WantedTab = SideTab.Results;
    }

    private void Buttons()
    {
        if (ImGui.Button("Add to results"))
            AddToResults(bench);
        Ui.Tooltip("Keeps the numbers of now as tables and plots among the results");
        ImGui.SameLine(ImGui.GetContentRegionAvail().X - (2 * Ui.Height) - Theme.Px(2));
        if (Ui.IconButton("elsewhere", Desk.ShowElsewhere ? Icon.Eye : Icon.EyeOff, bench.Keys.Hint("measure.elsewhere",
            Desk.ShowElsewhere ? "Drawn faintly on other slices than their own; click to draw them on their own slices alone" : "Drawn on their own slices alone; click to draw them faintly on others")))
            Desk.ShowElsewhere = !Desk.ShowElsewhere;
        ImGui.SameLine(0, Theme.Px(2));
        if (Ui.IconButton("remove all", Icon.Trash, "Remove all measurements"))
            List.Items = [];
    }

    private void Row(Measurement measurement)
    {
        ImGui.PushID(measurement.Id.GetHashCode());
        var (place, width, height) = (ImGui.GetCursorScreenPos(), ImGui.GetContentRegionAvail().X, Ui.Height);
        var isChosen = measurement.Id == Desk.Chosen?.Id;
        var draw = ImGui.GetWindowDrawList();
        var box = Rect.At(place.X, place.Y, width, height);
        Rows.Add(box);
        var right = box.Max.X - (2 * (height + Theme.Px(2)));
        if (ImGui.InvisibleButton("row", new Vector2(right - box.Min.X, height)))
            Choose(measurement);
        if (isChosen || ImGui.IsItemHovered())
            draw.AddRectFilled(box.Min, box.Max, Theme.U32(isChosen ? Theme.AccentDim : Theme.Raised), Theme.Px(4));
        var swatch = Rect.At(place.X + Theme.Px(6), place.Y + ((height - Theme.Px(12)) / 2), Theme.Px(12), Theme.Px(12));
        draw.AddRectFilled(swatch.Min, swatch.Max, Theme.U32(Theme.Of(measurement.Color) with { W = 1 }), Theme.Px(3));
        var left = place.X + Theme.Px(24);
        var text = MeasureText.Short(measurement, Desk.IsCalibrated);
        var line = place.Y + ((height - ImGui.GetTextLineHeight()) / 2);
        var value = Elision.Middle(text, (right - left) * 0.7f, Ui.Width);
        draw.AddText(new Vector2(right - Ui.Width(value) - Theme.Px(4), line), Theme.U32(measurement.Visible ? Theme.Text : Theme.Muted), value);
        draw.AddText(new Vector2(left, line), Theme.U32(measurement.Visible ? Theme.Text : Theme.Muted), Elision.Middle(measurement.Name, right - left - Ui.Width(value) - Theme.Px(14), Ui.Width));
        ImGui.SetCursorScreenPos(new Vector2(right, place.Y));
        if (Ui.IconButton("eye", measurement.Visible ? Icon.Eye : Icon.EyeOff, measurement.Visible ? "Hide" : "Show"))
            List.Replace(measurement with { Visible = !measurement.Visible });
        ImGui.SetCursorScreenPos(new Vector2(right + height + Theme.Px(2), place.Y));
        if (Ui.IconButton("remove", Icon.Trash, bench.Keys.Hint("measure.remove", "Remove")))
            List.Remove(measurement.Id);
        ImGui.SetCursorScreenPos(place + new Vector2(0, height + Theme.Px(2)));
        ImGui.Dummy(Vector2.Zero);
        ImGui.PopID();
    }

    // Choosing one shows the slice it was drawn on.
    private void Choose(Measurement measurement)
    {
        Desk.Chosen = measurement;
        var points = measurement.Points;
        bench.Viewer.Cursor = measurement.Plane is { } axis && measurement.Kind != MeasurementKind.Box
            ? bench.Viewer.Cursor.With(axis, points[0].Along(axis))
            : new WorldPoint(points.Average(point => point.Z), points.Average(point => point.Y), points.Average(point => point.X));
    }

    private void Details(Measurement measurement)
    {
        var column = Theme.Px(92);
        ImGui.Separator();
        Ui.Label("Name", column);
        ImGui.SetNextItemWidth(ImGui.GetContentRegionAvail().X - Ui.Height - Theme.Px(6));
        if (_renamed != measurement.Id)
            (_renamed, _name) = (measurement.Id, measurement.Name);
        Ui.InputText("##name", ref _name, 200);
        if (ImGui.IsItemDeactivatedAfterEdit() && _name.Trim().Length > 0)
            List.Replace(measurement with { Name = _name.Trim() });
        else if (!ImGui.IsItemActive())
            _name = measurement.Name;
        ImGui.SameLine(0, Theme.Px(6));
        var color = Theme.Of(measurement.Color);
        var opaque = new Vector3(color.X, color.Y, color.Z);
        if (ImGui.ColorEdit3("##color", ref opaque, ImGuiColorEditFlags.NoInputs))
            List.Replace(measurement with { Color = Theme.ToRgba(new Vector4(opaque, 1)) });
        Ui.Tooltip("Colour");
        foreach (var (name, value) in MeasureText.Facts(measurement, Spacing))
        {
            Ui.Label(name, column);
            Ui.Elided(value, ImGui.GetContentRegionAvail().X, Theme.Text);
        }
        if (measurement.Kind == MeasurementKind.Profile)
            Width(measurement, column);
        if (!measurement.IsRegion && measurement.Kind != MeasurementKind.Profile)
            return;
        if (Desk.ResultOf(measurement) is not { } result)
        {
            Ui.Muted("Measuring …");
            return;
        }
        if (result.Fault is { } fault)
            Ui.Wrapped(fault, Theme.Error);
        if (MeasureTables.Profile(measurement, result) is { } plot)
            Profile(measurement, result, plot);
        var found = new[] { (measurement, result) };
        if (Tidy(MeasureTables.Greys(found)) is { Rows.Count: > 0 } greys)
            TableView.Draw(bench, "greys", greys, _greys);
        foreach (var layer in result.Layers.Where(layer => layer.Runs is not null))
            PhaseBand(layer, measurement.Length);
        if (Tidy(MeasureTables.Phases(found, result.Unit)) is { Rows.Count: > 0 } phases)
            TableView.Draw(bench, "phases", phases, _phases);
        if (result.Layers.Count == 0)
            Ui.Muted("No image or labels layer is visible.");
    }

    // Without the name, which stands above, without the layer where there is one only, and without what this kind has none of.
    private Table Tidy(Table table)
    {
        if (_tidied.TryGetValue(table.Title, out var known) && known.Of.Rows.Count == table.Rows.Count
            && known.Of.Rows.Zip(table.Rows).All(pair => pair.First.SequenceEqual(pair.Second)))
            return known.Tidied;
        var kept = Enumerable.Range(1, table.Columns.Count - 1).Where(column => column == 1 ? table.Rows.Select(row => row[1]).Distinct().Count() > 1 : table.Rows.Any(row => row[column] is not null)).ToList();
        var tidied = new Table(table.Title, [.. kept.Select(column => table.Columns[column])]);
        foreach (var row in table.Rows)
            tidied.Add([.. kept.Select(column => row[column])]);
        _tidied[table.Title] = (table, tidied);
        return tidied;
    }

    private void Width(Measurement measurement, float column)
    {
        Ui.Label("Width", column, "Values are averaged over so many voxels across the line");
        var width = measurement.Width;
        if (ImGui.SliderInt("##width", ref width, 1, 51, width == 1 ? "1 voxel" : "%d voxels", ImGuiSliderFlags.AlwaysClamp) && width != measurement.Width)
            List.Replace(measurement with { Width = width });
        if (measurement.Plane is null)
            Ui.Tooltip("A line in 3-D has no slice for a band to lie in: the line alone is read");
    }

    private void Profile(Measurement measurement, MeasureResult result, Plot plot)
    {
        LineChart.Draw("profile", plot, new Vector2(ImGui.GetContentRegionAvail().X, Theme.Px(200)), _look, bench);
        var runs = result.Layers.Where(layer => layer.Runs is not null).Sum(layer => layer.Runs!.Count);
        if (runs > 0)
            Ui.Elided($"{measurement.Name} meets {runs} runs of phases", ImGui.GetContentRegionAvail().X, Theme.Muted);
    }

    // The phases along the line, as they would be seen along it.
    private static void PhaseBand(LayerMeasure layer, double length)
    {
        Ui.Elided(layer.Layer, ImGui.GetContentRegionAvail().X, Theme.Muted);
        var (place, size) = (ImGui.GetCursorScreenPos(), new Vector2(ImGui.GetContentRegionAvail().X, Theme.Px(14)));
        ImGui.InvisibleButton($"band of {layer.Layer}", size);
        var draw = ImGui.GetWindowDrawList();
        draw.AddRectFilled(place, place + size, Theme.U32(Theme.Ground), Theme.Px(2));
        var pointer = (ImGui.GetIO().MousePos.X - place.X) / size.X * length;
        foreach (var run in layer.Runs ?? [])
        {
            var (from, to) = (place.X + (float)(size.X * run.From / length), place.X + (float)(size.X * run.To / length));
            if (run.Label is { } label && layer.Phases is { } phases && label < phases.Count)
                draw.AddRectFilled(new Vector2(from, place.Y), new Vector2(Math.Max(to, from + 1), place.Y + size.Y), Theme.U32(Theme.Of(phases[label].Color) with { W = 1 }));
            if (ImGui.IsItemHovered() && pointer >= run.From && pointer < run.To)
                Ui.Tooltip($"{MeasureTables.NameOf(layer, run.Label)}: {Lengths.Number(run.From)} to {Lengths.Number(run.To)}");
        }
    }
}
