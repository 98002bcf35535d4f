namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>How the learning rate falls from its initial value over the steps of a run.</summary>
internal enum LearningRateSchedule
{
    /// <summary>Not at all.</summary>
    Constant,

    /// <summary>By a factor every so many epochs; or, without a period, after 60 % of the steps and again after 85 %.</summary>
    Step,

    /// <summary>Evenly on a logarithmic scale: by a rate per step, or, without one, to a hundredth.</summary>
    Exponential,

    /// <summary>As (1 − t)^0.9, to nothing.</summary>
    Polynomial,

    /// <summary>As half a cosine, to nothing.</summary>
    Cosine,

    /// <summary>By a factor whenever validation has not become better for some epochs.</summary>
    Plateau,
}
