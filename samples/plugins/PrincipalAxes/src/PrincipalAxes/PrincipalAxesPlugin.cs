using VolumeViewer.Sdk;

namespace PrincipalAxes;

/// <summary>Brings one measurement: how a phase is stretched, and in which direction.</summary>
public sealed class PrincipalAxesPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Activate(IPluginContext context) => context.Register<IOperation>(
        new Operation<PrincipalAxesParameters>("measure.principal-axes", "Principal axes of a phase", Measure)
        {
            Description = "Finds the ellipsoid with the same centre and second moments as a phase.",
            Inputs = [new OperationInput("in", InputKind.Labels, "The labelled volume.")],
        });

    private static OperationResult Measure(OperationContext context, PrincipalAxesParameters parameters)
    {
        var layer = context.Labels("in");
        if (parameters.Phase >= layer.Phases.Count)
            throw new UserException($"There is no phase {parameters.Phase}; the layer '{layer.Name}' has the phases 0 to {layer.Phases.Count - 1}.");
        var unit = layer.Spacing.Unit;
        var axes = new Table($"principal axes of {layer.Phases[parameters.Phase].Name}",
            new("axis"), new("half axis", unit, "G6"), new("variance", $"{unit}²", "G6"), new("z"), new("y"), new("x"));
        var moments = Moments.Of(layer.Labels, parameters.Phase, context.Job);
        foreach (var axis in moments.Axes())
            axes.Add(axes.Rows.Count + 1, axis.HalfAxis, axis.Variance, axis.Z, axis.Y, axis.X);
        return new OperationResult { Tables = [axes] };
    }
}
