using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Plugins.Training.Report;

/// <summary>The parameters of report.training-data.</summary>
internal sealed record ReportParameters : DataParameters
{
    [Parameter("Normalisation", Help = "How grey values are made comparable before the phases are compared by them; as for training.")]
    public NormalisationKind Normalisation { get; init; } = NormalisationKind.SliceZScore;
}
