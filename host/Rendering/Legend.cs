using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>A line of a legend: a phase with its colour, or a heading without one.</summary>
/// <param name="Color">The colour, or null.</param>
/// <param name="Text">The name.</param>
internal readonly record struct LegendLine(Rgba? Color, string Text);

/// <summary>Which phases are seen, and in which colours. The same in windows and in pictures without one.</summary>
internal static class Legend
{
    /// <summary>More lines than this hide more of the view than they explain.</summary>
    public const int MostLines = 14;

    /// <summary>The visible phases of the visible labels layers, the topmost layer first. Where there are several layers each has its name over its phases.</summary>
    /// <param name="layers">In drawing order.</param>
    /// <param name="most">How many lines there is room for; what is left out is counted in the last one.</param>
    public static IReadOnlyList<LegendLine> Of(IEnumerable<Layer> layers, int most)
    {
        var shown = layers.OfType<LabelsLayer>().Where(layer => layer.Visible && layer.Opacity > 0 && layer.Phases.Any(phase => phase.Visible)).Reverse().ToList();
        var lines = new List<LegendLine>();
        foreach (var layer in shown)
        {
            if (shown.Count > 1)
                lines.Add(new LegendLine(null, layer.Name));
            lines.AddRange(layer.Phases.Where(phase => phase.Visible).Select(phase => new LegendLine(phase.Color, phase.Name)));
        }
        if (lines.Count <= most)
            return lines;
        var kept = Math.Max(0, most - 1);
        var left = lines.Skip(kept).Count(line => line.Color is not null);
        return [.. lines.Take(kept), new LegendLine(null, kept == 0 ? $"{left} phases" : $"and {left} more")];
    }
}
