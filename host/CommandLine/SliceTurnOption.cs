using System.CommandLine;
using System.Globalization;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>The option that turns and mirrors slices in their planes, as the round arrow in their headers does in the window.</summary>
internal sealed class SliceTurnOption
{
    private const string MirroredWord = "mirrored";

    private readonly Option<string[]> _turns = new("--turn-slice")
    {
        Description = "How slices lie in the picture: degrees clockwise, and perhaps mirrored from left to right before; of the slices across one axis or of all. May be given several times.",
        HelpName = "[AXIS:]DEGREES[,mirrored]",
    };

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Add(_turns);

    /// <summary>Turns slices as the option says.</summary>
    /// <param name="arguments">The line.</param>
    /// <param name="places">Where slice views stand; they keep what is in their middle, and how large.</param>
    /// <exception cref="UserException">The option makes no sense.</exception>
    public IReadOnlyDictionary<Axis, SlicePlace> Apply(ParseResult arguments, IReadOnlyDictionary<Axis, SlicePlace> places)
    {
        var turned = new Dictionary<Axis, SlicePlace>(places);
        foreach (var text in arguments.GetValue(_turns) ?? [])
        {
            var (axes, turn) = Parse(text);
            foreach (var axis in axes)
                turned[axis] = turned.GetValueOrDefault(axis) with { Degrees = turn.Degrees, IsMirrored = turn.IsMirrored };
        }
        return turned;
    }

    /// <summary>Such as "90", "z:-90" or "y:12.5,mirrored".</summary>
    internal static (IReadOnlyList<Axis> Axes, SliceTurn Turn) Parse(string text)
    {
        var axes = (IReadOnlyList<Axis>)[Axis.Z, Axis.Y, Axis.X];
        var rest = text;
        if (text.Split(':', 2, StringSplitOptions.TrimEntries) is [var name, var behind])
        {
            axes = name.ToLowerInvariant() switch { "z" => [Axis.Z], "y" => [Axis.Y], "x" => [Axis.X], _ => throw Refused(text, $"there is no axis '{name}'; there are z, y and x") };
            rest = behind;
        }
        var parts = rest.Split(',', StringSplitOptions.TrimEntries);
        var isMirrored = parts[^1].Equals(MirroredWord, StringComparison.OrdinalIgnoreCase);
        var degrees = 0.0;
        if (isMirrored)
            parts = parts[..^1];
        if (parts.Length > 1 || (parts.Length == 0 && !isMirrored)
            || (parts.Length == 1 && !(double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out degrees) && double.IsFinite(degrees))))
            throw Refused(text, "that is no turn");
        return (axes, SliceTurn.Of(degrees, isMirrored));
    }

    private static UserException Refused(string text, string why) => new($"--turn-slice: '{text}': {why}. Write for example 90, z:-90, y:12.5,{MirroredWord} or x:{MirroredWord}.");
}
