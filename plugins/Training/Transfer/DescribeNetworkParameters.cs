using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Plugins.Training.Transfer;

/// <summary>The parameters of describe.network.</summary>
internal sealed record DescribeNetworkParameters
{
    [Parameter("Run", IsPath = true, Help = "A run folder, whose network is described; empty to describe one by its name.")]
    public string Run { get; init; } = "";

    [Parameter("Network", ChoicesFrom = typeof(INetwork), Help = "The architecture, without a run.")]
    public string Network { get; init; } = "lrcs-net";

    [Parameter("Network options", Help = "Options of the network where they differ from its defaults, such as kernels=32,kernel-size=5.")]
    public string NetworkOptions { get; init; } = "";

    [Parameter("Inputs", Min = 1, Max = 65, Help = "Channels of the input.")]
    public int Inputs { get; init; } = 1;

    [Parameter("Phases", Min = 2, Max = 255, Help = "Phases to tell apart.")]
    public int Phases { get; init; } = 3;
}
