using VolumeViewer.Sdk;

namespace __Name__;

/// <summary>Brings one measurement: where each phase lies.</summary>
public sealed class __Name__Plugin : IPlugin
{
    /// <inheritdoc/>
    public void Activate(IPluginContext context) => context.Register<IOperation>(
        new Operation<__Name__Parameters>("measure.__id__", "__Title__", Measure)
        {
            Description = "Counts the voxels of each phase and finds their centre.",
            Inputs = [new OperationInput("in", InputKind.Labels, "The labelled volume.")],
        });

    private static OperationResult Measure(OperationContext context, __Name__Parameters parameters)
    {
        var layer = context.Labels("in");
        var unit = layer.Spacing.Unit;
        var table = new Table("__Title__", new("phase"), new("share", Format: "0.000000"), new("z", unit), new("y", unit), new("x", unit));
        foreach (var phase in PhaseCentres.Measure(layer.Labels, context.Job))
        {
            if (phase.Share >= parameters.SmallestShare)
                table.Add(layer.Phases[phase.Label].Name, phase.Share, phase.Z, phase.Y, phase.X);
        }
        return new OperationResult { Tables = [table] };
    }
}
