using VolumeViewer.Host.History;
using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Plugins;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Recipes;

/// <summary>Checks all of a recipe before any of it is run.</summary>
internal sealed class RecipePlanner(PluginManager plugins, string file)
{
    /// <summary>Written into the folder of the results; tells that what is in it came from a recipe.</summary>
    public const string ReportName = "recipe-run.json";

    private readonly List<string> _faults = [];

    /// <param name="recipe">The recipe, as it was read.</param>
    /// <param name="given">Paths by the name of an input, which count more than those of the recipe.</param>
    /// <param name="values">Values of parameters by "step.parameter", which count more than those of the recipe.</param>
    /// <param name="output">The folder for the results.</param>
    /// <exception cref="RecipeException">It cannot be run as it stands; tells all faults.</exception>
    public RecipePlan Plan(Recipe recipe, IReadOnlyDictionary<string, string> given, IReadOnlyDictionary<string, string> values, string? output)
    {
        var inputs = Inputs(recipe, given);
        foreach (var name in values.Keys.Where(name => !recipe.Steps.Any(step => name.StartsWith(step.Id + ".", StringComparison.Ordinal))))
            _faults.Add($"--set {name}: there is no such step; write STEP.PARAMETER=VALUE with one of the steps {string.Join(", ", recipe.Steps.Select(step => step.Id))}.");
        var steps = new List<PlannedStep>();
        foreach (var step in recipe.Steps)
        {
            var set = values.Where(pair => pair.Key.StartsWith(step.Id + ".", StringComparison.Ordinal)).ToDictionary(pair => pair.Key[(step.Id.Length + 1)..], pair => pair.Value);
            var changed = step with { Parameters = step.Parameters.Where(pair => !set.ContainsKey(pair.Key)).Concat(set).ToDictionary() };
            if (OperationOf(step) is not { } operation)
                continue;
            var planned = new PlannedStep(changed, operation, set.Any(pair => step.Parameters.GetValueOrDefault(pair.Key) != pair.Value));
            Parameters(planned);
            Places(recipe, planned, steps, inputs);
            steps.Add(planned);
        }
        var folder = Output(output, steps);
        return _faults.Count == 0 ? new RecipePlan(recipe, file, inputs, steps, folder) : throw new RecipeException(file, _faults);
    }

    private Dictionary<string, string> Inputs(Recipe recipe, IReadOnlyDictionary<string, string> given)
    {
        var names = recipe.Inputs.Count > 0 ? string.Join(", ", recipe.Inputs.Select(input => "--" + input.Name)) : "none";
        foreach (var name in given.Keys.Where(name => recipe.Inputs.All(input => input.Name != name)))
            _faults.Add($"--{name}: the recipe has no such input; it has: {names}.");
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var paths = new Dictionary<string, string>();
        foreach (var input in recipe.Inputs)
        {
            var path = given.TryGetValue(input.Name, out var other) ? Path.GetFullPath(other) : input.Path is null ? null : Path.GetFullPath(input.Path, folder);
            if (path is null)
                _faults.Add($"--{input.Name} is missing: {(input.Help.Length > 0 ? input.Help : $"the recipe names no file for it ({ParameterSchema.KebabCase(input.Kind.ToString())}).")}");
            else if (!Path.Exists(path))
                _faults.Add($"--{input.Name}: there is no file or folder '{path}'{(other is null ? "; give another with --" + input.Name : "")}.");
            else
                paths[input.Name] = path;
        }
        return paths;
    }

    private IOperation? OperationOf(RecipeStep step)
    {
        try
        {
            return plugins.Get<IOperation>(step.Operation);
        }
        catch (UserException problem)
        {
            _faults.Add($"Step '{step.Id}': {problem.Message}");
            return null;
        }
    }

    private void Parameters(PlannedStep planned)
    {
        var faults = new List<string>();
        OperationFaults.Bind(planned.Operation, planned.Step.Parameters, faults);
        _faults.AddRange(faults.Select(fault => $"Step '{planned.Step.Id}': {fault}"));
    }

    // Whether everything that a step refers to is there and of the right kind.
    private void Places(Recipe recipe, PlannedStep planned, List<PlannedStep> earlier, Dictionary<string, string> inputs)
    {
        var (step, operation) = (planned.Step, planned.Operation);
        foreach (var text in step.Inputs.Values.Concat(step.Parameters.Values.Where(RecipeReference.IsReference)))
            FileOf(recipe, step, text, inputs);
        foreach (var missing in operation.Inputs.Where(input => !input.Optional && !step.Inputs.ContainsKey(input.Name)))
            _faults.Add($"Step '{step.Id}': the input '{missing.Name}' is missing: {missing.Help}");
        foreach (var (name, text) in step.Inputs)
        {
            if (operation.Inputs.FirstOrDefault(input => input.Name == name) is not { } place)
            {
                _faults.Add($"Step '{step.Id}': {operation.Id} has no input '{name}'; it has: {string.Join(", ", operation.Inputs.Select(input => input.Name))}.");
                continue;
            }
            if (place.Kind == InputKind.Path)
                continue;
            var reference = RecipeReference.Parse(text)!;
            var wanted = place.Kind == InputKind.Image ? RecordedInputKind.Image : RecordedInputKind.Labels;
            if (reference.File is null && recipe.Inputs.FirstOrDefault(input => input.Name == reference.Target) is { } source && source.Kind != wanted)
                _faults.Add($"Step '{step.Id}': the input '{name}' must be of the kind {Word(wanted)}, but '@{source.Name}' is of the kind {Word(source.Kind)}.");
            if (earlier.Find(each => each.Step.Id == reference.Target) is { Operation.Output: OutputKind.Folder })
                _faults.Add($"Step '{step.Id}': the input '{name}' must be a layer, but '{text}' is a folder.");
        }
    }

    // A file in the folder of an input.
    private void FileOf(Recipe recipe, RecipeStep step, string text, Dictionary<string, string> inputs)
    {
        if (RecipeReference.Parse(text) is not { File: { } file } reference)
            return;
        if (recipe.Inputs.FirstOrDefault(input => input.Name == reference.Target) is not { Kind: RecordedInputKind.Path })
            _faults.Add($"Step '{step.Id}': '{text}' names a file in '@{reference.Target}', which is no input of the kind path.");
        else if (inputs.TryGetValue(reference.Target, out var folder) && !Path.Exists(Path.Combine(folder, file)))
            _faults.Add($"Step '{step.Id}': there is no '{file}' in '{folder}', the folder of --{reference.Target}.");
    }

    private string Output(string? output, List<PlannedStep> steps)
    {
        if (string.IsNullOrWhiteSpace(output))
        {
            _faults.Add("--out is missing: the folder for the results.");
            return "";
        }
        var folder = Path.GetFullPath(output);
        if (File.Exists(folder))
            _faults.Add($"--out: '{output}' is a file; give a folder.");
        else
            OperationFaults.Collect(_faults, () => OutputPath.Check(Directory.Exists(folder) ? Path.Combine(folder, ReportName) : folder));
        // What an earlier replay left may be replaced; what someone else put there may not.
        if (!File.Exists(Path.Combine(folder, ReportName)))
        {
            foreach (var step in steps.Where(step => step.Operation.Output == OutputKind.Folder))
            {
                var path = Path.Combine(folder, step.Step.Id);
                if (Path.Exists(path))
                    _faults.Add($"--out: '{path}' is there already and would be replaced; delete it, or give another folder.");
            }
        }
        return folder;
    }

    private static string Word(RecordedInputKind kind) => ParameterSchema.KebabCase(kind.ToString());
}
