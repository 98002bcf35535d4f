namespace VolumeViewer.Sdk;

/// <summary>What an operation is run with, besides its parameters.</summary>
/// <param name="Job">Progress, log, curves, cancellation.</param>
/// <param name="Io">Reads and writes volumes through the readers and writers of all plugins.</param>
/// <param name="Contributions">What all plugins bring.</param>
public sealed record OperationContext(IJobContext Job, IVolumeIo Io, IContributions Contributions)
{
    /// <summary>The layers given, by the name of the input.</summary>
    public IReadOnlyDictionary<string, Layer> Layers { get; init; } = new Dictionary<string, Layer>();

    /// <summary>The paths given, by the name of the input.</summary>
    public IReadOnlyDictionary<string, string> Paths { get; init; } = new Dictionary<string, string>();

    /// <summary>The folder to fill, for operations with <see cref="OutputKind.Folder"/>.</summary>
    public string? OutputPath { get; init; }

    /// <summary>Cancels the operation.</summary>
    public CancellationToken CancellationToken => Job.CancellationToken;

    /// <summary>The image layer given as <paramref name="input"/>.</summary>
    /// <exception cref="UserException">None was given, or another kind of layer.</exception>
    public ImageLayer Image(string input) => Layer<ImageLayer>(input, "an image layer");

    /// <summary>The labels layer given as <paramref name="input"/>.</summary>
    /// <exception cref="UserException">None was given, or another kind of layer.</exception>
    public LabelsLayer Labels(string input) => Layer<LabelsLayer>(input, "a labels layer");

    /// <summary>The path given as <paramref name="input"/>.</summary>
    /// <exception cref="UserException">None was given.</exception>
    public string Path(string input) => Paths.TryGetValue(input, out var path)
        ? path
        : throw new UserException($"The input '{input}' is missing; give a path.");

    private T Layer<T>(string input, string kind) where T : Layer => Layers.GetValueOrDefault(input) switch
    {
        T layer => layer,
        null => throw new UserException($"The input '{input}' is missing; give {kind}."),
        var other => throw new UserException($"The input '{input}' must be {kind}, but '{other.Name}' is {other.GetType().Name}."),
    };
}
