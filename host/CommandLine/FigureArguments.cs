using System.CommandLine;

using VolumeViewer.Host.Export;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>Size and furniture of pictures on the command line.</summary>
internal sealed class FigureArguments
{
    private readonly Option<string> _size = new("--size") { Description = "Width and height in pixels.", HelpName = "WxH", DefaultValueFactory = _ => "1200x900" };
    private readonly Option<int?> _width = new("--width") { Description = "Width in pixels; the shape stays that of --size.", HelpName = "PIXELS" };
    private readonly Option<double?> _millimetres = new("--width-mm") { Description = "Width on paper; the shape stays that of --size.", HelpName = "MM" };
    private readonly Option<double> _dpi = new("--dpi") { Description = "Pixels an inch on paper.", HelpName = "NUMBER", DefaultValueFactory = _ => 300 };
    private readonly Option<double?> _text = new("--text-points") { Description = "Size of text on paper in points. Default: 7 with --width-mm, else by the size of the views.", HelpName = "POINTS" };
    private readonly Option<FigureBackground?> _background = new("--background") { Description = "What is behind the layers. Default: dark." };
    private readonly Option<bool> _transparent = new("--transparent") { Description = "Nothing behind the layers; the same as --background transparent." };
    private readonly Option<int> _samples = new("--supersampling") { Description = "Samples for each pixel, along one direction: 1 to 4.", HelpName = "NUMBER", DefaultValueFactory = _ => 2 };
    private readonly Option<bool> _letters = new("--letters") { Description = "Names views a, b, c …" };
    private readonly Option<bool> _noScaleBar = new("--no-scale-bar") { Description = "Leaves scale bars out." };
    private readonly Option<bool> _noAxes = new("--no-axes") { Description = "Leaves names of axes and positions of slices out." };
    private readonly Option<bool> _noLegend = new("--no-legend") { Description = "Leaves colours and names of phases out." };
    private readonly Option<bool> _noColorBar = new("--no-color-bar") { Description = "Leaves the bar of grey values out." };
    private readonly Option<bool> _noCrosshair = new("--no-crosshair") { Description = "Leaves the lines through the cursor out." };
    private readonly Option<bool> _noNotes = new("--no-texts") { Description = "Leaves the texts of the project out." };
    private readonly Option<bool> _noBox = new("--no-box") { Description = "Leaves the box around the scene out." };
    private readonly Option<bool> _cube = new("--cube") { Description = "Draws a cube with the names of its sides into the 3-D view." };
    private readonly Option<bool> _arrows = new("--arrows") { Description = "Draws arrows along the axes into the 3-D view." };
    private readonly Option<bool> _ticks = new("--ticks") { Description = "Draws marks with numbers along the box into the 3-D view." };
    private readonly Option<RendererChoice?> _renderer = new("--renderer") { Description = "What draws in 3-D. Default: the setting 'renderer'." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _renderer, _size, _width, _millimetres, _dpi, _text, _background, _transparent, _samples, _letters, _noScaleBar, _noAxes, _noLegend, _noColorBar, _noCrosshair, _noNotes, _noBox, _cube, _arrows, _ticks })
            command.Add(option);
    }

    /// <summary>The figure that was asked for.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="scene">What it shows.</param>
    /// <param name="renderer">What draws in 3-D unless the command line says.</param>
    /// <exception cref="UserException">A value does not fit.</exception>
    public FigureOptions Of(ParseResult arguments, SceneArguments.Scene scene, RendererChoice renderer)
    {
        var (width, height) = ParseSize(arguments.GetValue(_size)!);
        var samples = arguments.GetValue(_samples);
        if (samples is < 1 or > 4)
            throw new UserException($"--supersampling: {samples} is not 1 to 4.");
        var (pixels, millimetres) = (arguments.GetValue(_width), arguments.GetValue(_millimetres));
        if (pixels is not null && millimetres is not null)
            throw new UserException("Give either --width or --width-mm: each decides how many pixels there are. With --width, --dpi says how large they are on paper.");
        if (millimetres is { } length && !(length is > 0 and <= 10_000))
            throw new UserException($"--width-mm: {length} is not a width of a figure in mm.");
        var options = new FigureOptions
        {
            Layout = scene.Viewer.Layout,
            Width = width,
            Height = height,
            Dpi = arguments.GetValue(_dpi),
            TextPoints = arguments.GetValue(_text) ?? (millimetres is null ? 0 : 7),
            Render = new RenderOptions
            {
                Notice = Console.Error.WriteLine,
                Places = scene.Places,
                Renderer = arguments.GetValue(_renderer) ?? renderer,
                Background = arguments.GetValue(_transparent) ? FigureBackground.Transparent : arguments.GetValue(_background) ?? FigureBackground.Dark,
                Supersampling = samples,
                PanelLetters = arguments.GetValue(_letters),
                ScaleBar = !arguments.GetValue(_noScaleBar),
                AxisNames = !arguments.GetValue(_noAxes),
                Legend = !arguments.GetValue(_noLegend),
                ColorBar = !arguments.GetValue(_noColorBar),
                Crosshair = !arguments.GetValue(_noCrosshair),
                Notes = !arguments.GetValue(_noNotes),
                Cube = arguments.GetValue(_cube),
                Arrows = arguments.GetValue(_arrows),
                Ticks = arguments.GetValue(_ticks),
            },
        };
        if (arguments.GetValue(_noBox))
            scene.Viewer.ShowsBox = false;
        options = pixels is { } wanted ? options.OfPixels(wanted) : millimetres is { } paper ? options.OfMillimetres(paper) : options;
        options.Check();
        return options;
    }

    private static (int Width, int Height) ParseSize(string text)
    {
        var parts = text.Split('x');
        if (parts.Length != 2 || !int.TryParse(parts[0], out var width) || !int.TryParse(parts[1], out var height)
            || width is < 16 or > FigureOptions.MaxLength || height is < 16 or > FigureOptions.MaxLength)
            throw new UserException($"--size: '{text}' is not a size of 16x16 to {FigureOptions.MaxLength}x{FigureOptions.MaxLength}; write for example 1200x900.");
        return (width, height);
    }
}
