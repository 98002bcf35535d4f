using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Export;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The form of a figure.</summary>
internal sealed class FigureForm(Workbench bench)
{
    private static readonly (string Name, ViewLayout? Layout)[] Views =
        [("as in the window", null), ("3-D alone", ViewLayout.Volume), ("slice across z", ViewLayout.SliceZ), ("slice across y", ViewLayout.SliceY), ("slice across x", ViewLayout.SliceX), ("four views", ViewLayout.FourUp)];

    private static readonly (string Name, FigureBackground Background)[] Grounds =
        [("dark, as in the window", FigureBackground.Dark), ("white paper", FigureBackground.White), ("transparent", FigureBackground.Transparent)];

    private ExportDesk Desk => bench.Export;

    public void Draw(Dictionary<string, Rect> buttons)
    {
        var column = Theme.Px(130);
        Ui.Label("Views", column);
        if (Ui.Choose("##views", Views.First(each => each.Layout == Desk.FigureLayout).Name, [.. Views.Select(each => each.Name)], -1) is { } views)
            Desk.FigureLayout = Views.First(each => each.Name == views).Layout;
        Size(column);
        Ui.Label("Behind it", column, "What is behind the layers. On paper and without ground, text is dark.");
        if (Ui.Choose("##ground", Grounds.First(each => each.Background == Desk.Figure.Render.Background).Name, [.. Grounds.Select(each => each.Name)], -1) is { } ground)
            Set(render => render with { Background = Grounds.First(each => each.Name == ground).Background });
        Ui.Label("Smoothing", column, "Samples of each pixel along one direction: 1 is fast, 2 smooth, 4 for thin lines.");
        var samples = Desk.Figure.Render.Supersampling;
        if (ImGui.SliderInt("##samples", ref samples, 1, 4))
            Set(render => render with { Supersampling = Math.Clamp(samples, 1, 4) });
        ImGui.Dummy(new Vector2(0, Theme.Px(2)));
        Parts();
        ImGui.Dummy(new Vector2(0, Theme.Px(4)));
        var figure = Desk.FigureNow();
        Ui.Wrapped($"{figure.Width} × {figure.Height} pixels, {figure.WidthMillimetres:0.#} mm wide at {figure.Dpi:0} dpi. PDF and SVG keep text and lines as such.", Theme.Muted);
        if (Ui.MainButton("Save…", new Vector2(Theme.Px(120), 0), bench.Viewer.Layers.Count > 0))
            Desk.SaveFigure();
        buttons["Save figure"] = new Rect(ImGui.GetItemRectMin(), ImGui.GetItemRectMax());
        Ui.Tooltip("As .png, .pdf or .svg");
    }

    private void Size(float column)
    {
        Ui.Label("Width", column);
        var (width, millimetres, dpi) = (Desk.Figure.Width, (float)Desk.Figure.WidthMillimetres, (float)Desk.Figure.Dpi);
        ImGui.SetNextItemWidth(Theme.Px(110));
        if (Desk.InMillimetres)
        {
            if (ImGui.InputFloat("##mm", ref millimetres, 0, 0, "%.1f") && millimetres is > 0 and < 2000)
                Desk.Figure = Fitting(Desk.Figure.OfMillimetres(millimetres));
        }
        else if (ImGui.InputInt("##pixels", ref width, 0))
        {
            Desk.Figure = Fitting(Desk.Figure.OfPixels(Math.Max(16, width)));
        }
        ImGui.SameLine();
        if (Ui.Choose("##unit", Desk.InMillimetres ? "mm" : "pixels", ["pixels", "mm"], -1) is { } unit)
            Desk.InMillimetres = unit == "mm";
        Ui.Label("Dots per inch", column, "How fine the picture is on paper. Journals ask for 300 to 600.");
        if (ImGui.InputFloat("##dpi", ref dpi, 0, 0, "%.0f") && dpi is >= 10 and <= 4800)
        {
            var length = Desk.Figure.WidthMillimetres;
            Desk.Figure = Desk.Figure with { Dpi = dpi };
            if (Desk.InMillimetres)
                Desk.Figure = Fitting(Desk.Figure.OfMillimetres(length));
        }
    }

    private static FigureOptions Fitting(FigureOptions figure) => figure.Width > FigureOptions.MaxLength ? figure.OfPixels(FigureOptions.MaxLength) : figure;

    private void Parts()
    {
        var render = Desk.Figure.Render;
        Check("Scale bars", render.ScaleBar, (all, isOn) => all with { ScaleBar = isOn });
        Check("Axes and positions", render.AxisNames, (all, isOn) => all with { AxisNames = isOn });
        Check("Legend of phases", render.Legend, (all, isOn) => all with { Legend = isOn });
        Check("Bar of grey values", render.ColorBar, (all, isOn) => all with { ColorBar = isOn });
        Check("Crosshair", render.Crosshair, (all, isOn) => all with { Crosshair = isOn });
        Check("Texts", render.Notes, (all, isOn) => all with { Notes = isOn });
        Check("Orientation cube", render.Cube, (all, isOn) => all with { Cube = isOn });
        Check("Arrows along the axes", render.Arrows, (all, isOn) => all with { Arrows = isOn });
        Check("Marks along the box", render.Ticks, (all, isOn) => all with { Ticks = isOn });
        Check("Letters a, b, c …", render.PanelLetters, (all, isOn) => all with { PanelLetters = isOn });
    }

    private void Check(string label, bool isOn, Func<RenderOptions, bool, RenderOptions> set)
    {
        if (ImGui.Checkbox(label, ref isOn))
            Set(render => set(render, isOn));
    }

    private void Set(Func<RenderOptions, RenderOptions> change) => Desk.Figure = Desk.Figure with { Render = change(Desk.Figure.Render) };
}
