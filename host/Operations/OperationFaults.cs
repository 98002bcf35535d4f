using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Operations;

/// <summary>What keeps an operation from being run, all of it at once.</summary>
internal static class OperationFaults
{
    /// <summary>Missing inputs, layers of the wrong kind, and a missing folder for the output.</summary>
    public static IReadOnlyList<string> Of(IOperation operation, OperationInputs inputs, string? outputPath)
    {
        var faults = operation.Inputs.Where(input => !input.Optional && !inputs.Has(input.Name))
            .Select(input => $"{operation.Title} needs the input '{input.Name}': {input.Help}").ToList();
        faults.AddRange(inputs.Layers.Keys.Concat(inputs.Paths.Keys).Where(name => operation.Inputs.All(input => input.Name != name))
            .Select(name => $"{operation.Title} has no input '{name}'; it has: {Names(operation)}."));
        if (operation.Output == OutputKind.Folder && string.IsNullOrWhiteSpace(outputPath))
            faults.Add($"{operation.Title} needs a folder for its output: give --out FOLDER.");
        return faults;
    }

    /// <summary>Adds the faults of the parameters to a list.</summary>
    /// <returns>The record, or null where there were faults.</returns>
    public static object? Bind(IOperation operation, IEnumerable<KeyValuePair<string, string>> values, List<string> faults)
    {
        try
        {
            return operation.Parameters.Bind(values);
        }
        catch (ParameterException problem)
        {
            faults.AddRange(problem.Faults);
            return null;
        }
    }

    /// <summary>Adds what an action complains of to a list.</summary>
    public static void Collect(List<string> faults, Action action)
    {
        try
        {
            action();
        }
        catch (UserException problem)
        {
            faults.Add(problem.Message);
        }
    }

    /// <exception cref="ParameterException">There are any; the message has a line for each.</exception>
    public static void ThrowIfAny(IReadOnlyList<string> faults)
    {
        if (faults.Count > 0)
            throw new ParameterException(faults);
    }

    private static string Names(IOperation operation) => operation.Inputs.Count == 0 ? "none" : string.Join(", ", operation.Inputs.Select(input => input.Name));
}
