using System.Globalization;

using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Plugins.Training.Run;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Plugins.Training.Transfer;

/// <summary>The operation describe.network: the stages that can be restored and frozen, and what else there is to know before choosing a network.</summary>
internal static class DescribeNetwork
{
    internal static OperationResult Run(OperationContext context, DescribeNetworkParameters parameters)
    {
        var record = parameters.Run.Length > 0 ? new RunFolder(parameters.Run).ReadRecord() : null;
        var network = context.Contributions.Get<INetwork>(record?.Network ?? parameters.Network);
        var options = record is null ? NetworkOptionsText.Bind(network, parameters.NetworkOptions) : network.Options.Bind(record.NetworkOptions);
        var (inputs, phases) = (record?.Inputs ?? parameters.Inputs, record?.Phases.Count ?? parameters.Phases);
        using var module = network.Build(inputs, phases, options);
        var stages = new Table("Stages", new TableColumn("Stage"), new TableColumn("Weights", "", "0"), new TableColumn("Share", "%", "0.0"));
        double all = module.parameters().Sum(parameter => parameter.numel());
        foreach (var stage in NetworkStages.Of(module))
            stages.Add(stage.Name, stage.ParameterCount, 100 * stage.ParameterCount / all);
        return new OperationResult { Tables = [Facts(network, options, inputs, phases, all), stages] };
    }

    private static Table Facts(INetwork network, object options, int inputs, int phases, double weights)
    {
        var geometry = network.Geometry(options);
        return new Table("Network", new TableColumn("Fact"), new TableColumn("Value"))
            .Add("network", network.Id)
            .Add("options", string.Join(",", network.Options.ToTexts(options).Select(pair => $"{pair.Key}={pair.Value}")))
            .Add("inputs", Text(inputs))
            .Add("phases", Text(phases))
            .Add("weights", weights.ToString("0", CultureInfo.InvariantCulture))
            .Add("dimensions", Text(geometry.Dimensions))
            .Add("alignment (voxels)", Text(geometry.Alignment))
            .Add("halo (voxels)", Text(geometry.Halo));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
