using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Plugins.Training.Predict;
using VolumeViewer.Plugins.Training.Run;
using VolumeViewer.Sdk;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Test;

/// <summary>Predicts the test slices with the last and the best weights of a finished run.</summary>
internal static class ModelTest
{
    /// <param name="job">Told of each score.</param>
    /// <param name="folder">Of the run; gets test.json and test.csv.</param>
    /// <param name="network">Is given the weights in turn, and keeps the last ones.</param>
    /// <param name="validator">Of the test slices.</param>
    /// <param name="phases">Of the run.</param>
    /// <param name="files">The test slices' files.</param>
    internal static TestReport Run(
        IJobContext job, RunFolder folder, nn.Module<Tensor, Tensor> network, Validator validator, PhaseTable phases, IReadOnlyList<DataFile> files)
    {
        var scores = new List<TestScore>();
        var slices = 0;
        foreach (var choice in (WeightsChoice[])[WeightsChoice.Best, WeightsChoice.Last])
        {
            job.CancellationToken.ThrowIfCancellationRequested();
            network.load(folder.WeightsPath(choice));
            network.eval();
            var errors = new MaterialErrors(phases);
            slices = 0;
            var matrix = validator.Judge(job.CancellationToken, slice =>
            {
                errors.Add(slice);
                slices++;
            });
            var (shares, fractions) = (matrix.IntersectionsOverUnion(), errors.VolumeFractions());
            var score = new TestScore(choice, matrix.Accuracy(),
                [.. phases.Select((phase, i) => new TestPhase(phase.Name, shares[i], fractions[i].Predicted, fractions[i].Labelled))], errors.AllInterfaces());
            scores.Insert(0, score);
            job.Log($"test with the {score.WeightsName} weights: accuracy {score.Accuracy:0.0000}, mean IoU {score.MeanIntersectionOverUnion:0.0000}");
        }
        var report = new TestReport(slices, files, scores);
        report.Write(folder);
        return report;
    }
}
