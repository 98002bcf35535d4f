using VolumeViewer.Sdk;

namespace __Name__;

/// <summary>Brings one segmentation: a threshold with hysteresis.</summary>
public sealed class __Name__Plugin : IPlugin
{
    /// <inheritdoc/>
    public void Activate(IPluginContext context) => context.Register<IOperation>(
        new Operation<__Name__Parameters>("segment.__id__", "__Title__", Segment)
        {
            Description = "Takes the voxels above the high threshold, and those above the low one that touch them.",
            Inputs = [new OperationInput("in", InputKind.Image, "The grey volume to segment.")],
        });

    private static OperationResult Segment(OperationContext context, __Name__Parameters parameters)
    {
        var layer = context.Image("in");
        var low = parameters.Low ?? layer.Statistics.Percentile(0.6);
        var high = parameters.High ?? layer.Statistics.Percentile(0.9);
        if (low > high)
            throw new UserException($"The low threshold {low:G6} is above the high one {high:G6}; exchange them.");
        context.Job.Log($"Thresholds {low:G6} and {high:G6}");
        var labels = HysteresisThreshold.Label(layer.Volume, (float)low, (float)high, context.Job);
        return new OperationResult { Layers = [new LabelsLayer($"{layer.Name}, __Title__", labels)] };
    }
}
