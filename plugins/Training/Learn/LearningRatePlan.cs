namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>The learning rate of every step of a run. It follows from the step, and for <see cref="LearningRateSchedule.Plateau"/> from the epochs so far.</summary>
/// <param name="Schedule">How it falls.</param>
/// <param name="Initial">That of step 0, but for the warm-up.</param>
/// <param name="TotalSteps">Steps of the run.</param>
/// <param name="StepsPerEpoch">Steps in an epoch.</param>
internal sealed record LearningRatePlan(LearningRateSchedule Schedule, double Initial, int TotalSteps, int StepsPerEpoch)
{
    private const double Power = 0.9;

    /// <summary>By which <see cref="LearningRateSchedule.Step"/> and <see cref="LearningRateSchedule.Plateau"/> fall.</summary>
    internal double Factor { get; init; } = 0.1;

    /// <summary>Epochs, also parts of them, between two falls of <see cref="LearningRateSchedule.Step"/>; 0 for after 60 % and 85 % of the steps.</summary>
    internal double Period { get; init; }

    /// <summary>k of exp(−k·step), for <see cref="LearningRateSchedule.Exponential"/>; 0 to fall to a hundredth over the run.</summary>
    internal double Rate { get; init; }

    /// <summary>Steps at the beginning over which the rate rises evenly.</summary>
    internal int WarmUpSteps { get; init; }

    internal static LearningRatePlan Of(TrainParameters parameters, int totalSteps, int stepsPerEpoch) =>
        new(parameters.Schedule, parameters.LearningRate, totalSteps, stepsPerEpoch)
        {
            Factor = parameters.DecayFactor,
            Period = parameters.DecayPeriod,
            Rate = parameters.DecayRate,
            WarmUpSteps = parameters.WarmUpSteps,
        };

    /// <param name="step">From 0.</param>
    /// <param name="plateaus">How often validation stood still so far.</param>
    internal double At(int step, int plateaus = 0)
    {
        var time = (double)step / TotalSteps;
        var rate = Initial * Schedule switch
        {
            LearningRateSchedule.Constant => 1,
            LearningRateSchedule.Step when Period > 0 => Math.Pow(Factor, Math.Floor((double)step / StepsPerEpoch / Period)),
            LearningRateSchedule.Step => time < 0.6 ? 1 : time < 0.85 ? Factor : Factor * Factor,
            LearningRateSchedule.Exponential when Rate > 0 => Math.Exp(-Rate * step),
            LearningRateSchedule.Exponential => Math.Pow(0.01, time),
            LearningRateSchedule.Polynomial => Math.Pow(1 - time, Power),
            LearningRateSchedule.Cosine => (1 + Math.Cos(Math.PI * time)) / 2,
            LearningRateSchedule.Plateau => Math.Pow(Factor, plateaus),
            _ => throw new ArgumentOutOfRangeException(nameof(step), Schedule, "Not a schedule."),
        };
        return step < WarmUpSteps ? rate * (step + 1) / WarmUpSteps : rate;
    }
}
