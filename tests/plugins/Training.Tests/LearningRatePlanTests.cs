using VolumeViewer.Plugins.Training.Learn;

namespace Training.Tests;

public class LearningRatePlanTests
{
    [Theory]
    [InlineData("Constant", 1, 1)]
    [InlineData("Step", 0.1, 0.01)]
    [InlineData("Exponential", 0.0398107, 0.0158489)]
    [InlineData("Polynomial", 0.3383835, 0.1258925)]
    [InlineData("Cosine", 0.2061074, 0.0244717)]
    [InlineData("Plateau", 1, 1)]
    public void At_FallsAsTheScheduleSays(string schedule, double at70, double at90)
    {
        var plan = new LearningRatePlan(Enum.Parse<LearningRateSchedule>(schedule), 2, 100, 10);
        Assert.Equal(2, plan.At(0), 1e-12);
        Assert.Equal(2 * at70, plan.At(70), 1e-6);
        Assert.Equal(2 * at90, plan.At(90), 1e-6);
    }

    // initial · k^floor(epoch / period) with half an epoch as period: ten steps an epoch, so a fall every five steps.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(4, 1)]
    [InlineData(5, 0.5)]
    [InlineData(14, 0.25)]
    [InlineData(15, 0.125)]
    public void At_OfARamp_FallsEveryPeriod(int step, double expected) =>
        Assert.Equal(expected, new LearningRatePlan(LearningRateSchedule.Step, 1, 100, 10) { Factor = 0.5, Period = 0.5 }.At(step), 1e-12);

    [Fact]
    public void At_WithARate_FallsExponentiallyByStep() =>
        Assert.Equal(0.3 * Math.Exp(-0.02 * 35), new LearningRatePlan(LearningRateSchedule.Exponential, 0.3, 100, 10) { Rate = 0.02 }.At(35), 1e-12);

    [Fact]
    public void At_OfAPlateau_FallsOncePerPlateau() =>
        Assert.Equal(0.01, new LearningRatePlan(LearningRateSchedule.Plateau, 1, 100, 10).At(50, plateaus: 2), 1e-12);

    [Fact]
    public void At_WithWarmUp_RisesEvenlyFirst()
    {
        var plan = new LearningRatePlan(LearningRateSchedule.Constant, 1, 100, 10) { WarmUpSteps = 4 };
        Assert.Equal([0.25, 0.5, 0.75, 1, 1], Enumerable.Range(0, 5).Select(step => plan.At(step)));
    }
}
