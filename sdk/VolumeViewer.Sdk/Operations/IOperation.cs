namespace VolumeViewer.Sdk;

/// <summary>Something a plugin can do: segment, train, generate, measure, filter. The one concept for everything that is run.</summary>
/// <remarks>Usually made as <see cref="Operation{TParameters}"/>.</remarks>
public interface IOperation : IContribution
{
    /// <summary>A sentence or two for the user.</summary>
    string Description { get; }

    /// <summary>The parameters: the form, the options and the checks come from here.</summary>
    ParameterSchema Parameters { get; }

    /// <summary>What it works on.</summary>
    IReadOnlyList<OperationInput> Inputs { get; }

    /// <summary>What becomes of --out.</summary>
    OutputKind Output { get; }

    /// <summary>Whether equal inputs, parameters and seed give bit-equal results, on every machine. Replays say so where it is false.</summary>
    bool IsDeterministic => true;

    /// <summary>The name of the input whose shape (z, y, x) every layer in the result has, or null where shapes are free. The host checks it.</summary>
    string? ShapeOf => null;

    /// <summary>
    /// The name of the labels input whose labels those of the first layer of the result can take the place of, or null where the result is always something new.
    /// The window then offers to change that layer itself, as one step of undo, and to look at the result before.
    /// </summary>
    string? Edits => null;

    /// <summary>
    /// Whether its result is only something to look at, and made quickly enough, in a second or so, to be made again whenever a parameter changes. The window then offers
    /// to follow the form: each result takes the place of the one before.
    /// </summary>
    bool IsPreview => false;

    /// <summary>Runs it off the viewer's thread. Inputs are left as they are.</summary>
    /// <param name="context">Inputs, progress, cancellation, services.</param>
    /// <param name="parameters">A record of the type of <see cref="Parameters"/>, already checked.</param>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing half-made stays behind.</exception>
    /// <exception cref="UserException">The inputs do not fit.</exception>
    Task<OperationResult> RunAsync(OperationContext context, object parameters);
}
