namespace VolumeViewer.Plugins.Synthesis.Bias.Study;

/// <summary>Why a network is trained in a study.</summary>
internal enum RunKind
{
    /// <summary>With the true labels of the same slices: what is wrong then is due to the method.</summary>
    Truth,

    /// <summary>With the labels of an annotator.</summary>
    Annotator,

    /// <summary>With those of the first annotator, and another seed.</summary>
    Control,
}

/// <summary>One training of a study.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Name">Of its files.</param>
/// <param name="Annotator">Whose labels, from 0; those of the truth have −1.</param>
/// <param name="Seed">Of the training.</param>
internal sealed record StudyRun(RunKind Kind, string Name, int Annotator, int Seed)
{
    /// <summary>All trainings of a study.</summary>
    internal static IReadOnlyList<StudyRun> Plan(StudyParameters parameters) =>
    [
        new StudyRun(RunKind.Truth, "truth", -1, parameters.Seed),
        .. Enumerable.Range(0, parameters.Annotators).Select(number => new StudyRun(RunKind.Annotator, $"annotator-{number + 1}", number, parameters.Seed)),
        .. Enumerable.Range(1, parameters.Controls).Select(number => new StudyRun(RunKind.Control, $"control-{number}", 0, parameters.Seed + number)),
    ];
}
