using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Plugins.Training.Run;
using VolumeViewer.Sdk;

namespace Training.Tests;

public class MaterialErrorsTests
{
    private const byte U = LabelVolume.Unlabelled;

    private static readonly PhaseTable Phases = PhaseTable.Named("a", "b", "c");

    // 2 rows of 3. Labels: faces a/b 2 (across and down), b/c 1. Predicted: a/b 1, a/c 0, b/c 1.
    [Fact]
    public void Add_CountsVoxelsAndFacesBetweenPhases()
    {
        var errors = new MaterialErrors(Phases);
        errors.Add([0, 1, 2, 0, 0, 2], [0, 0, 2, 0, 0, 2], width: 3);
        // Labelled: a 3, b 1, c 2 of 6. Predicted: a 4, c 2.
        Assert.Equal([(0.5, 4 / 6.0), (1 / 6.0, 0), (2 / 6.0, 2 / 6.0)], errors.VolumeFractions());
        // Faces labelled: a/b (0,0)-(0,1) and (0,1)-(1,1); b/c (0,1)-(0,2); a/c (1,1)-(1,2). Predicted: a/c twice, no other.
        Assert.Equal([(0, 1, 1.0), (0, 2, 1.0), (1, 2, 1.0)], errors.Interfaces());
        Assert.Equal((2 + 1 + 1) / 4.0, errors.AllInterfaces()!.Value, 1e-12);
    }

    [Fact]
    public void Add_LeavesOutUnlabelledVoxelsAndTheirFaces()
    {
        var errors = new MaterialErrors(Phases);
        errors.Add([0, U, 1, 0, 0, 1], [0, 2, 1, 0, 0, 1], width: 3);
        Assert.All(errors.VolumeFractions(), fraction => Assert.Equal(fraction.Labelled, fraction.Predicted));
        Assert.Equal([(0, 1, (double?)0), (0, 2, null), (1, 2, null)], errors.Interfaces());
    }

    [Fact]
    public void Add_OfSlicesThatFollowEachOther_CountsTheFacesBetween()
    {
        var errors = new MaterialErrors(Phases);
        errors.Add([0, 0], [0, 0], width: 2);
        errors.Add([1, 1], [1, 0], width: 2, followsLast: true);
        // Two faces labelled; predicted one between the slices and one within the second.
        Assert.Equal(0, errors.AllInterfaces());
        var apart = new MaterialErrors(Phases);
        apart.Add([0, 0], [0, 0], width: 2);
        apart.Add([1, 1], [1, 0], width: 2);
        Assert.Null(apart.AllInterfaces());
    }

    [Fact]
    public void Columns_NameEveryPhaseAndPair() => Assert.Equal(
        ["volume fraction error", "volume fraction error a", "volume fraction error b", "volume fraction error c", "interface area error",
            "interface area error a/b", "interface area error a/c", "interface area error b/c"],
        new MaterialErrors(Phases).Columns().Select(column => column.Key));

    [Fact]
    public void Merit_GoesByTheCriterion()
    {
        var epoch = new EpochRecord(1, 10, 0.1, 0.5, 0.8, [0.6, null, 0.4], 1)
        {
            Further = [new("validation loss", 0.7), new("volume fraction error", 0.05), new("interface area error", null)],
        };
        Assert.Equal(0.5, epoch.Merit(BestBy.MeanIou), 1e-12);
        Assert.Equal(0.8, epoch.Merit(BestBy.Accuracy));
        Assert.Equal(-0.7, epoch.Merit(BestBy.Loss));
        Assert.Equal(-0.05, epoch.Merit(BestBy.VolumeFraction));
        Assert.Equal(double.NegativeInfinity, epoch.Merit(BestBy.InterfaceArea));
    }

    // Accuracies 1, 3, 2, 3, 1, 4, 4: better than all before in epochs 1, 2 and 6 only.
    [Fact]
    public void History_KnowsPlateausAndHowLongNoneWasBetter()
    {
        var history = new TrainingHistory(BestBy.Accuracy);
        foreach (var accuracy in new[] { 1, 3, 2, 3, 1, 4, 4 })
            history.AddEpoch(new EpochRecord(history.Epochs.Count + 1, 0, 0, 0, accuracy, [], 0));
        Assert.Equal(1, history.EpochsWithoutImprovement());
        Assert.Equal(7, history.Best!.Number);
        Assert.Equal([4, 1, 1, 0], new[] { 1, 2, 3, 4 }.Select(history.Plateaus));
    }
}
