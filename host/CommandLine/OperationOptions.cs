using System.CommandLine;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>The options of a queued operation: its inputs, its parameters as texts that may hold lists, and the folder.</summary>
internal sealed class OperationOptions
{
    private readonly Dictionary<string, Option<string>> _inputs;
    private readonly Dictionary<string, Option<string>> _parameters;

    /// <param name="context">The shared services.</param>
    /// <param name="operation">Whose options they are.</param>
    /// <param name="taken">Names of options that the command has itself.</param>
    public OperationOptions(CommandContext context, IOperation operation, IReadOnlyCollection<string> taken)
    {
        Operation = operation;
        _inputs = operation.Inputs.Where(input => !taken.Contains("--" + input.Name)).ToDictionary(input => input.Name, input => new Option<string>("--" + input.Name)
        {
            Description = input.Optional ? input.Help : $"{input.Help} (REQUIRED)",
            HelpName = "PATH",
        });
        _parameters = operation.Parameters.Items.Where(item => !taken.Contains("--" + item.Name)).ToDictionary(item => item.Name, item => new Option<string>("--" + item.Name)
        {
            Description = RunCommand.Describe(context.Services, item),
            Arity = item.Type == typeof(bool) ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
            HelpName = "VALUE|VALUE…",
        });
        Out = new Option<string>("--out") { Description = "The folder for the folders of the runs. (REQUIRED)", HelpName = "FOLDER" };
    }

    public IOperation Operation { get; }

    public Option<string> Out { get; }

    public IEnumerable<Option> All => [.. _inputs.Values, Out, .. _parameters.Values];

    /// <summary>The given paths by the name of the input.</summary>
    public Dictionary<string, string> Inputs(ParseResult arguments) => Given(arguments, _inputs);

    /// <summary>The given texts by parameter.</summary>
    public Dictionary<string, string> Parameters(ParseResult arguments) => Given(arguments, _parameters);

    private static Dictionary<string, string> Given(ParseResult arguments, Dictionary<string, Option<string>> options) => options
        .Where(pair => arguments.GetResult(pair.Value) is { Implicit: false }).ToDictionary(pair => pair.Key, pair => arguments.GetValue(pair.Value) ?? "true");
}
