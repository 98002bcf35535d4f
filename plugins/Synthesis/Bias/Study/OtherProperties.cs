using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Study;

/// <summary>Properties that measures of other plugins give, one number for each phase; those that no plugin brings are left out.</summary>
internal sealed class OtherProperties
{
    private static readonly Measure Thickness = new("measure.thickness", new Dictionary<string, string>(), ["mean"], "local thickness");
    private static readonly Measure Tortuosity = new("measure.tortuosity", new Dictionary<string, string> { ["interval"] = "false", ["layers"] = "none" }, ["τ", "tortuosity factor", "tortuosity factor τ"], "tortuosity factor");

    private readonly OperationContext _context;
    private readonly IReadOnlyList<Measure> _measures;

    /// <param name="context">Of the study; what it lacks is told in its log.</param>
    /// <param name="tortuosity">Whether to measure it.</param>
    /// <param name="thickness">Whether to measure it.</param>
    internal OtherProperties(OperationContext context, bool tortuosity, bool thickness)
    {
        _context = context;
        var known = context.Contributions.All<IOperation>().Select(operation => operation.Id).ToHashSet();
        List<Measure> wanted = [];
        if (thickness)
            wanted.Add(Thickness);
        if (tortuosity)
            wanted.Add(Tortuosity);
        foreach (var missing in wanted.Where(measure => !known.Contains(measure.Operation)))
            context.Job.Log($"No plugin brings '{missing.Operation}', so the {missing.Property} is left out.");
        _measures = [.. wanted.Where(measure => known.Contains(measure.Operation))];
    }

    private sealed record Measure(string Operation, IReadOnlyDictionary<string, string> Values, string[] Columns, string Property);

    /// <summary>Measures a labelled volume.</summary>
    internal async Task<IReadOnlyList<MaterialProperty>> MeasureAsync(LabelsLayer layer, IJobContext job)
    {
        var properties = new List<MaterialProperty>();
        foreach (var measure in _measures)
        {
            foreach (var phase in layer.Phases)
                properties.AddRange(await MeasureAsync(measure, layer, phase, job).ConfigureAwait(false));
        }
        return properties;
    }

    // Phase by phase: one that a network does not find at all cannot be measured, but the others can.
    private async Task<IEnumerable<MaterialProperty>> MeasureAsync(Measure measure, LabelsLayer layer, Phase phase, IJobContext job)
    {
        try
        {
            var values = Known(measure);
            values["phase"] = $"{phase.FileValue}";
            using var result = await OtherOperation.RunAsync(_context with { Job = job }, measure.Operation, values,
                new Dictionary<string, Layer> { ["in"] = layer }).ConfigureAwait(false);
            return Read(result.Tables, measure.Columns, measure.Property);
        }
        catch (UserException fault) when (fault is not ParameterException)
        {
            job.Log($"The {measure.Property} of {phase.Name} could not be measured: {fault.Message}");
            return [];
        }
    }

    // What would only cost time is turned off where the measure knows of it.
    private Dictionary<string, string> Known(Measure measure)
    {
        var items = _context.Contributions.Get<IOperation>(measure.Operation).Parameters.Items;
        return measure.Values.Where(pair => items.Any(item => item.Name == pair.Key && (item.Choices.Count == 0 || item.Choices.Contains(pair.Value)))).ToDictionary();
    }

    /// <summary>The numbers in the first table that has a column for the phase and one of the wanted ones; a column for the axis makes one property for each.</summary>
    internal static IEnumerable<MaterialProperty> Read(IReadOnlyList<Table> tables, string[] columns, string property)
    {
        foreach (var table in tables)
        {
            var names = table.Columns.Select(column => column.Name.ToLowerInvariant()).ToList();
            var (phase, axis) = (names.IndexOf("phase"), names.FindIndex(name => name is "axis" or "direction"));
            var value = columns.Select(name => names.IndexOf(name)).FirstOrDefault(index => index >= 0, -1);
            if (phase < 0 || value < 0)
                continue;
            return table.Rows.Select(row => new MaterialProperty($"{property} {row[phase]}{(axis < 0 ? "" : $" along {row[axis]}")}", table.Columns[value].Unit,
                row[value] switch { double number => number, float number => number, int number => number, long number => number, string text when text == "∞" => double.PositiveInfinity, _ => double.NaN })).ToList();
        }
        return [];
    }
}
