using VolumeViewer.Host.History;
using VolumeViewer.Host.Plugins;

namespace VolumeViewer.Host.Recipes;

/// <summary>Steps that can be run on any volumes: what a user did, to be done again.</summary>
internal sealed record Recipe
{
    /// <summary>The version of this form.</summary>
    public const int CurrentFormat = 1;

    public string Title { get; init; } = "";

    public string Description { get; init; } = "";

    public IReadOnlyList<RecipeInput> Inputs { get; init; } = [];

    /// <summary>In the order in which they are run; each refers to inputs and earlier steps only.</summary>
    public IReadOnlyList<RecipeStep> Steps { get; init; } = [];

    /// <summary>A page over the results, or null.</summary>
    public RecipeReport? Report { get; init; }
}

/// <summary>Something from outside that a recipe works on.</summary>
/// <param name="Name">The option that gives another one.</param>
/// <param name="Kind">How it is opened.</param>
internal sealed record RecipeInput(string Name, RecordedInputKind Kind)
{
    public string Help { get; init; } = "";

    /// <summary>What is taken when nothing is given: a path, relative to the recipe's file; or null.</summary>
    public string? Path { get; init; }

    /// <summary>SHA-256 of what it was when the recipe was saved, or null.</summary>
    public string? Hash { get; init; }
}

/// <summary>A run of an operation.</summary>
/// <param name="Id">Names it in references and in the files of its results.</param>
/// <param name="Operation">Id of the operation.</param>
internal sealed record RecipeStep(string Id, string Operation)
{
    /// <summary>Texts by name; what is left out has its default. One that names a path may be a reference.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>References by the name of the operation's input.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>();

    /// <summary>How it went when the recipe was saved, or null.</summary>
    public RecipeStepRecord? Recorded { get; init; }
}

/// <summary>How a step went when its recipe was saved; a replay is compared with it.</summary>
internal sealed record RecipeStepRecord
{
    /// <summary>The id of the run in the history.</summary>
    public string? Run { get; init; }

    public string? Sdk { get; init; }

    public IReadOnlyList<PluginStamp> Plugins { get; init; } = [];

    public double Seconds { get; init; }

    /// <summary>Hashes by the name of the input or of the parameter that names a path.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<RecordedOutput> Outputs { get; init; } = [];
}
