using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Recipes;

/// <summary>What a recipe gave. Owns the layers of its inputs and steps.</summary>
internal sealed class RecipeResult : IDisposable
{
    private readonly Dictionary<string, Layer> _inputs = [];
    private readonly List<StepOutcome> _steps = [];

    /// <summary>The steps that were run, in order.</summary>
    public IReadOnlyList<StepOutcome> Steps => _steps;

    /// <summary>The layers of the inputs by name; opened on their first use.</summary>
    public IReadOnlyDictionary<string, Layer> Inputs => _inputs;

    /// <summary>The step of an id.</summary>
    public StepOutcome this[string id] => _steps.First(step => step.Step.Id == id);

    public void Add(StepOutcome step) => _steps.Add(step);

    public void Add(string input, Layer layer) => _inputs.Add(input, layer);

    public void Dispose()
    {
        foreach (var layer in _inputs.Values.Concat(_steps.SelectMany(step => step.Run.Result.Layers)))
            layer.Dispose();
        _inputs.Clear();
    }
}
