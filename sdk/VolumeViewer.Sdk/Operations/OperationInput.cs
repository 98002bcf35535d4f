namespace VolumeViewer.Sdk;

/// <summary>What an operation takes in one of its places.</summary>
public enum InputKind
{
    /// <summary>An image layer.</summary>
    Image,

    /// <summary>A labels layer.</summary>
    Labels,

    /// <summary>The path of a file or folder that the operation reads itself.</summary>
    Path,
}

/// <summary>A place for something an operation works on. Its name is the option on the command line: "in" is filled by --in.</summary>
/// <param name="Name">In kebab case; the first is "in" by custom.</param>
/// <param name="Kind">What fits.</param>
/// <param name="Help">A sentence for the user.</param>
public sealed record OperationInput(string Name, InputKind Kind, string Help)
{
    /// <summary>Whether it may stay empty.</summary>
    public bool Optional { get; init; }

    /// <summary>
    /// Whether labels from a file may come as slices that are read when they are wanted (<see cref="LabelVolume.IsOnDemand"/>), if they would take more than their share of
    /// what the operation's parameter "memory" [GiB] allows. They must not be written to, and are best read slice after slice.
    /// </summary>
    public bool IsOnDemand { get; init; }
}
