using System.CommandLine;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>The options of render that tell how layers look, beside the oldest ones.</summary>
internal sealed class RenderLookOptions
{
    private const float LeastGamma = 0.1f, MostGamma = 10, MostAttenuation = 10, MostOutlines = 100;

    private enum Interpolation
    {
        Nearest,
        Linear,
        Cubic,
    }

    private readonly Option<float?> _gamma = new("--gamma") { Description = "Exponent of images' greys between the contrast limits: below 1 brightens. 0.1 to 10.", HelpName = "NUMBER" };

    private readonly Option<float?> _attenuation = new("--attenuation")
    {
        Description = "With --mode AttenuatedMaximum: how fast what lies behind fades, per voxel at the upper contrast limit. 0 to 10, default 0.05.",
        HelpName = "NUMBER",
    };

    private readonly Option<LayerBlending?> _blending = new("--blending") { Description = "How layers are put over those below them." };

    private readonly Option<int?> _outlines = new("--outlines") { Description = "Width of phases' outlines in slices, in pixels; 0 fills the phases. 0 to 100.", HelpName = "PIXELS" };

    private readonly Option<float?> _occlusion = new("--occlusion") { Description = "How much surfaces are darkened by what stands near them, 0 to 1; default 0.6.", HelpName = "NUMBER" };

    private readonly Option<Interpolation?> _interpolation = new("--interpolation") { Description = "Between the voxels of images; cubic in slices only." };

    private readonly Option<string?> _unit = new("--value-unit") { Description = "Unit of images' values, which stands at the bar of grey values.", HelpName = "TEXT" };

    private readonly Option<string?> _colors = new("--color-points")
    {
        Description = "Colours of images at places between the contrast limits, instead of --colormap, such as 0=#000000,0.4=#ff0000,1=#ffffff.",
        HelpName = "PLACE=COLOUR,…",
    };

    private readonly Option<bool> _plain = new("--plain-unlabelled") { Description = "Leave unlabelled voxels of slices without their hatch." };

    /// <summary>Lets a command take the options.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _gamma, _attenuation, _blending, _outlines, _occlusion, _interpolation, _unit, _colors, _plain })
            command.Options.Add(option);
    }

    /// <summary>Whether images get colours of their own.</summary>
    public bool HasColors(ParseResult arguments) => arguments.GetValue(_colors) is not null;

    /// <summary>Does what the options say of the scene.</summary>
    /// <exception cref="UserException">A value is out of its range.</exception>
    public void Apply(ParseResult arguments, Viewer viewer)
    {
        if (arguments.GetValue(_occlusion) is { } occlusion)
            viewer.AmbientOcclusion = Checked("--occlusion", occlusion, 0, 1);
        // Whatever the layers are: a value that fits none of them is a mistake.
        Checked("--gamma", arguments.GetValue(_gamma) ?? 1, LeastGamma, MostGamma);
        Checked("--attenuation", arguments.GetValue(_attenuation) ?? 0, 0, MostAttenuation);
        Checked("--outlines", arguments.GetValue(_outlines) ?? 0, 0, MostOutlines);
        if (arguments.GetValue(_colors) is { } colors)
            Colors(colors);
    }

    /// <summary>Does what the options say of a layer, once the scene has been done.</summary>
    public void Apply(ParseResult arguments, Layer layer)
    {
        layer.Blending = arguments.GetValue(_blending) ?? layer.Blending;
        if (layer is ImageLayer image)
        {
            if (arguments.GetValue(_gamma) is { } gamma)
                image.Gamma = gamma;
            if (arguments.GetValue(_attenuation) is { } attenuation)
                image.Attenuation = attenuation;
            if (arguments.GetValue(_colors) is { } colors)
                image.Colormap = Colors(colors);
            image.ValueUnit = arguments.GetValue(_unit) ?? image.ValueUnit;
            if (arguments.GetValue(_interpolation) is { } interpolation)
                (image.Interpolate, image.Cubic) = (interpolation != Interpolation.Nearest, interpolation == Interpolation.Cubic);
        }
        else if (layer is LabelsLayer labels)
        {
            if (arguments.GetValue(_outlines) is { } width)
                labels.ContourWidth = width;
            labels.ShowsUnlabelled &= !arguments.GetValue(_plain);
        }
    }

    private static Colormap Colors(string text)
    {
        try
        {
            return ColorPoints.Parse(text);
        }
        catch (FormatException problem)
        {
            throw new UserException($"--color-points: {problem.Message}", problem);
        }
    }

    private static float Checked(string option, float value, float least, float most) => value >= least && value <= most ? value
        : throw new UserException($"{option}: {value} is not between {least} and {most}.");
}
