using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Demo;

/// <summary>How one method did on one slice.</summary>
/// <param name="Method">Its name in the table.</param>
/// <param name="Accuracy">Share of the voxels labelled as in the reference.</param>
/// <param name="PhaseIoU">Intersection over union of each phase, in the order of <see cref="SegmentationCase.Phases"/>.</param>
/// <param name="MeanIoU">Mean over the phases.</param>
/// <param name="SolidIoU">IoU of NMC against everything else.</param>
/// <param name="Seconds">Time to train and segment.</param>
internal sealed record MethodScore(string Method, double Accuracy, IReadOnlyList<double?> PhaseIoU, double MeanIoU, double SolidIoU, double Seconds)
{
    public static Table ToTable(string title, IEnumerable<MethodScore> scores)
    {
        var columns = new List<TableColumn> { new("method"), new("accuracy", Format: "0.000") };
        columns.AddRange(SegmentationCase.Phases.Select(phase => new TableColumn($"IoU {phase.Name}", Format: "0.000")));
        columns.AddRange([new("mean IoU", Format: "0.000"), new("IoU NMC / rest", Format: "0.000"), new("seconds", Format: "0.0")]);
        var table = new Table(title, columns);
        foreach (var score in scores)
            table.Add([score.Method, score.Accuracy, .. score.PhaseIoU.Cast<object?>(), score.MeanIoU, score.SolidIoU, score.Seconds]);
        return table;
    }
}
