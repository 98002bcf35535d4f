namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>How the learning rate falls from its initial value over the steps of a run.</summary>
internal enum LearningRateSchedule
{
    /// <summary>Not at all.</summary>
    Constant,

    /// <summary>To a tenth after 60 % of the steps, and again after 85 %.</summary>
    Step,

    /// <summary>Evenly on a logarithmic scale, to a hundredth.</summary>
    Exponential,

    /// <summary>As (1 − t)^0.9, to nothing.</summary>
    Polynomial,

    /// <summary>As half a cosine, to nothing.</summary>
    Cosine,
}

internal static class LearningRates
{
    private const double Power = 0.9;

    /// <summary>The learning rate of a step.</summary>
    /// <param name="schedule">How it falls.</param>
    /// <param name="initial">That of step 0.</param>
    /// <param name="step">From 0.</param>
    /// <param name="total">Steps of the run.</param>
    internal static double At(this LearningRateSchedule schedule, double initial, int step, int total)
    {
        var time = (double)step / total;
        return initial * schedule switch
        {
            LearningRateSchedule.Constant => 1,
            LearningRateSchedule.Step => time < 0.6 ? 1 : time < 0.85 ? 0.1 : 0.01,
            LearningRateSchedule.Exponential => Math.Pow(0.01, time),
            LearningRateSchedule.Polynomial => Math.Pow(1 - time, Power),
            LearningRateSchedule.Cosine => (1 + Math.Cos(Math.PI * time)) / 2,
            _ => throw new ArgumentOutOfRangeException(nameof(schedule), schedule, "Not a schedule."),
        };
    }
}
