using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Recipes;

/// <summary>A recipe that was checked, with the paths of its inputs and the operations of its steps.</summary>
/// <param name="Recipe">The recipe.</param>
/// <param name="File">Its file.</param>
/// <param name="Inputs">Full paths by the name of the input.</param>
/// <param name="Steps">The steps in order.</param>
/// <param name="Output">The folder for the results, with its full path.</param>
internal sealed record RecipePlan(Recipe Recipe, string File, IReadOnlyDictionary<string, string> Inputs, IReadOnlyList<PlannedStep> Steps, string Output);

/// <summary>A step with its operation.</summary>
/// <param name="Step">The step, with the values that were set from outside.</param>
/// <param name="Operation">What it runs.</param>
/// <param name="IsChanged">Whether a value was set from outside, so that its results may differ from those recorded.</param>
internal sealed record PlannedStep(RecipeStep Step, IOperation Operation, bool IsChanged);
