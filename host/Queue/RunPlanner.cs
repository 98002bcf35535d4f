using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Queue;

/// <summary>Makes runs of parameters in which something varies.</summary>
internal static class RunPlanner
{
    /// <summary>More runs than this are taken for a slip.</summary>
    public const int MostRuns = 1000;

    // Draws in a row that bring nothing new, after which there is nothing new.
    private const int Patience = 1000;

    /// <summary>The runs of a grid, or those that a search draws.</summary>
    /// <param name="schema">The operation's parameters.</param>
    /// <param name="texts">Texts by parameter, with lists and ranges.</param>
    /// <param name="kind">Which combinations.</param>
    /// <param name="trials">How many a random search draws; null for all, where there are no ranges.</param>
    /// <param name="seed">Equal seeds draw equal runs.</param>
    /// <exception cref="ParameterException">Lists, ranges or values are wrong; tells all of it.</exception>
    public static IReadOnlyList<PlannedRun> Plan(ParameterSchema schema, IReadOnlyDictionary<string, string> texts, SearchKind kind, int? trials, int seed)
    {
        var faults = new List<string>();
        var varied = new List<(string Name, VariedText Text)>();
        foreach (var (name, text) in texts)
        {
            try
            {
                if (schema.Items.FirstOrDefault(item => item.Name == name) is { } parameter)
                    varied.Add((name, VariedText.Parse(parameter, text)));
                else
                    faults.Add($"There is no parameter '{name}'; there are: {string.Join(", ", schema.Items.Select(item => item.Name))}.");
            }
            catch (FormatException fault)
            {
                faults.Add("--" + fault.Message);
            }
        }
        ThrowIfAny(faults);
        var axes = varied.SelectMany(each => each.Text.Axes).ToList();
        var combinations = Combinations(axes, kind, trials, seed);
        IReadOnlyList<PlannedRun> runs = [.. combinations.Select(values => Run(varied, axes, values))];
        Check(schema, runs, faults);
        ThrowIfAny(faults);
        return runs;
    }

    private static IReadOnlyList<IReadOnlyList<string>> Combinations(List<ValueAxis> axes, SearchKind kind, int? trials, int seed)
    {
        var isCountable = axes.All(axis => axis.Choices.All(choice => choice.Range is null or { Count: not null }));
        if (kind == SearchKind.Grid || (trials is null && isCountable))
        {
            return kind == SearchKind.Grid && trials is not null
                ? throw new ParameterException(["--trials is for searches: give --search random or --search halving with it."])
                : Product(axes);
        }
        if (axes.Count == 0)
            throw new ParameterException(["There is nothing to search: no parameter has a list such as \"1|2\" or a range such as 1e-4..1e-2."]);
        if (trials is not { } wanted)
            throw new ParameterException(["--trials is missing: how many runs to draw from the ranges."]);
        if (wanted is < 1 or > MostRuns)
            throw new ParameterException([$"--trials: {wanted} is not between 1 and {MostRuns}."]);
        return Draw(axes, wanted, new Random(seed));
    }

    private static IReadOnlyList<IReadOnlyList<string>> Product(List<ValueAxis> axes)
    {
        IReadOnlyList<IReadOnlyList<string>> product = [[]];
        try
        {
            foreach (var values in axes.Select(axis => axis.Grid()))
            {
                if ((long)product.Count * values.Count > MostRuns)
                    throw new ParameterException([$"The lists make more than {MostRuns} runs. Take fewer values, or --search random --trials N."]);
                product = [.. product.SelectMany(head => values.Select(value => (IReadOnlyList<string>)[.. head, value]))];
            }
        }
        catch (FormatException fault)
        {
            throw new ParameterException(["--" + fault.Message]);
        }
        return product;
    }

    private static List<IReadOnlyList<string>> Draw(List<ValueAxis> axes, int trials, Random random)
    {
        var drawn = new List<IReadOnlyList<string>>();
        var seen = new HashSet<string>();
        for (var idle = 0; drawn.Count < trials && idle < Patience;)
        {
            IReadOnlyList<string> values = [.. axes.Select(axis => axis.Draw(random))];
            idle = seen.Add(string.Join('\n', values)) ? 0 : idle + 1;
            if (idle == 0)
                drawn.Add(values);
        }
        return drawn;
    }

    private static PlannedRun Run(List<(string Name, VariedText Text)> varied, List<ValueAxis> axes, IReadOnlyList<string> values)
    {
        var parameters = new Dictionary<string, string>();
        var next = 0;
        foreach (var (name, text) in varied)
        {
            parameters[name] = text.Fill([.. values.Skip(next).Take(text.Axes.Count)]);
            next += text.Axes.Count;
        }
        return new PlannedRun(parameters, [.. axes.Select((axis, index) => new VariedValue(axis.Name, values[index]))]);
    }

    private static void Check(ParameterSchema schema, IReadOnlyList<PlannedRun> runs, List<string> faults)
    {
        foreach (var run in runs)
        {
            try
            {
                schema.Bind(run.Parameters);
            }
            catch (ParameterException problem)
            {
                faults.AddRange(problem.Faults.Where(fault => !faults.Contains(fault)));
            }
        }
    }

    private static void ThrowIfAny(List<string> faults)
    {
        if (faults.Count > 0)
            throw new ParameterException(faults);
    }
}
