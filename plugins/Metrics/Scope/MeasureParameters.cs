using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Scope;

/// <summary>What measures of labels have in common.</summary>
internal abstract record MeasureParameters
{
    [Parameter("Memory", Unit = "GiB", Min = 0, Max = 4096, Order = 1,
        Help = "What the measure may take; 0 for three quarters of what there is. Labels that would take more than a quarter of it are read from their file slice by slice.")]
    public double Memory { get; init; }
}
