namespace VolumeViewer.Host.Recipes;

/// <summary>How the results of a step compare with those recorded in the recipe.</summary>
internal enum StepComparison
{
    /// <summary>The recipe holds no hashes for this step.</summary>
    NotRecorded,

    /// <summary>Every layer, table and folder is bit-equal.</summary>
    Equal,

    /// <summary>Inputs and parameters are the same and the operation is deterministic, but a result is another.</summary>
    Differs,

    /// <summary>It worked on something else, so other results are to be expected.</summary>
    OtherInput,

    /// <summary>A parameter was set to another value.</summary>
    OtherParameters,

    /// <summary>The operation does not give bit-equal results each time, or not on every machine.</summary>
    NotDeterministic,
}
