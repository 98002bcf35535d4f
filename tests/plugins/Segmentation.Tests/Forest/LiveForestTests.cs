using VolumeViewer.Plugins.Segmentation.Live;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Tests.Forest;

public class LiveForestTests
{
    private static readonly VolumeShape Shape = new(3, 30, 44);
    private static readonly PhaseTable Phases = PhaseTable.Named("left", "right", "top");

    [Fact]
    public void Predict_AfterStrokes_LabelsTheRegionAsTheyDo()
    {
        using var session = Start(out var strokes);
        session.Learn(strokes, VoxelBox.Of(Shape));
        var region = new LiveRegion(new VoxelBox(1, 4, 5, 2, 20, 30));
        session.Predict(region);
        var right = 0;
        for (var i = 0; i < region.Labels.Length; i++)
        {
            right += region.Labels.Span[i] == (5 + (i % 30) < 22 ? 0 : 1) ? 1 : 0;
            Assert.InRange(region.Probability.Span[i], 255 / 3, 255);
        }
        Assert.InRange(right / (double)region.Labels.Length, 0.97, 1);
    }

    [Fact]
    public void Predict_OfAPart_GivesWhatThePredictionOfTheWholeHasThere()
    {
        using var session = Start(out var strokes);
        session.Learn(strokes, VoxelBox.Of(Shape));
        var (whole, part) = (new LiveRegion(VoxelBox.Of(Shape)), new LiveRegion(new VoxelBox(2, 7, 11, 1, 9, 20)));
        session.Predict(whole);
        session.Predict(part);
        for (var y = 0; y < 9; y++)
        {
            var place = (2 * 30 * 44) + ((7 + y) * 44) + 11;
            Assert.Equal(whole.Labels.Slice(place, 20).ToArray(), part.Labels.Slice(y * 20, 20).ToArray());
            Assert.Equal(whole.Uncertainty.Slice(place, 20).ToArray(), part.Uncertainty.Slice(y * 20, 20).ToArray());
        }
    }

    [Fact]
    public void Learn_AfterAnotherStroke_FollowsItWithoutMeasuringAgain()
    {
        using var session = Start(out var strokes);
        session.Learn(strokes, VoxelBox.Of(Shape));
        var region = new LiveRegion(new VoxelBox(0, 0, 0, 1, 30, 44));
        session.Predict(region);
        Assert.Equal(1, session.Measured);
        Assert.DoesNotContain((byte)2, region.Labels.ToArray());
        // The brightest part is a phase of its own now.
        var stroke = new VoxelBox(0, 1, 4, 1, 2, 30);
        strokes.Set(stroke, Enumerable.Repeat((byte)2, 60).ToArray());
        session.Learn(strokes, stroke);
        session.Predict(region);
        Assert.Equal(1, session.Measured);
        Assert.Contains((byte)2, region.Labels.ToArray());
        // And not any more when it is taken back.
        strokes.Set(stroke, Enumerable.Repeat(LabelVolume.Unlabelled, 60).ToArray());
        session.Learn(strokes, stroke);
        session.Predict(region);
        Assert.DoesNotContain((byte)2, region.Labels.ToArray());
    }

    [Fact]
    public void Learn_WhenCancelled_CanGoOnAfterwards()
    {
        using var session = Start(out var strokes);
        Assert.ThrowsAny<OperationCanceledException>(() => session.Learn(strokes, VoxelBox.Of(Shape), null, new CancellationToken(canceled: true)));
        session.Learn(strokes, VoxelBox.Of(Shape));
        session.Predict(new LiveRegion(new VoxelBox(0, 0, 0, 1, 30, 44)));
    }

    [Fact]
    public void Learn_OfOnePhaseAlone_SaysThatItTakesTwo()
    {
        using var session = Start(out var strokes);
        strokes.Set(new VoxelBox(0, 5, 30, 1, 20, 8), Enumerable.Repeat(LabelVolume.Unlabelled, 160).ToArray());
        Assert.Contains("Only the phase 'left'", Assert.Throws<UserException>(() => session.Learn(strokes, VoxelBox.Of(Shape))).Message);
    }

    private static LiveForestSession Start(out LiveStrokes strokes)
    {
        var random = new Random(5);
        var volume = Greys.Filled(Shape, (_, y, x) => (x < 22 ? 0f : 1f) + (0.6f * random.NextSingle()) + (y < 4 ? 3 : 0));
        strokes = new LiveStrokes(Shape, Phases);
        strokes.Set(new VoxelBox(0, 5, 4, 1, 20, 8), new byte[160]);
        strokes.Set(new VoxelBox(0, 5, 30, 1, 20, 8), Enumerable.Repeat((byte)1, 160).ToArray());
        var segmenter = new LiveForest();
        var context = new LiveContext(volume, IntensityStatistics.Measure(volume), Phases, null!);
        return (LiveForestSession)segmenter.Start(context, segmenter.Parameters.Bind([new("scales", "1,2"), new("trees", "20")]));
    }
}
