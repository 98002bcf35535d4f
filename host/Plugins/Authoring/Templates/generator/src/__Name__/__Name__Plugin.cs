using VolumeViewer.Sdk;

namespace __Name__;

/// <summary>Brings one generator of volumes: spheres that may overlap.</summary>
public sealed class __Name__Plugin : IPlugin
{
    /// <inheritdoc/>
    public void Activate(IPluginContext context) => context.Register<IOperation>(
        new Operation<__Name__Parameters>("generate.__id__", "__Title__", Generate)
        {
            Description = "Throws spheres into a cube, wherever they fall, until they should fill the share asked for. Opposite faces of the cube fit together.",
        });

    private static OperationResult Generate(OperationContext context, __Name__Parameters parameters)
    {
        var labels = OverlappingSpheres.Generate(parameters, context.Job);
        return new OperationResult { Layers = [new LabelsLayer("__Title__", labels)] };
    }
}
