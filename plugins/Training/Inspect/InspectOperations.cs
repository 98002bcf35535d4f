using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Inspect;

/// <summary>The operations that look inside trained networks.</summary>
internal static class InspectOperations
{
    internal static void Register(IPluginContext context)
    {
        context.Register(ActivationsOperation());
        context.Register(WeightsOperation());
        context.Register(LandscapeOperation());
    }

    internal static IOperation ActivationsOperation() => new Operation<ActivationsParameters>("inspect.activations", "Activations of a network", Activations.Run)
    {
        Description = "Feeds a slice to a trained network and shows what its layers make of it, as images that lie over the slice, with facts about every channel.",
        Inputs = [new OperationInput("in", InputKind.Image, "The grey volume or slice.")],
        // Sums are rounded by the number of cores.
        IsDeterministic = false,
    };

    internal static IOperation WeightsOperation() => new Operation<WeightsParameters>("inspect.weights", "Weights of a network", WeightsInspection.Run)
    {
        Description = "Tells the size and spread of the weights of a trained network, with a histogram of each layer, and shows its kernels as images.",
    };

    internal static IOperation LandscapeOperation() => new Operation<LandscapeParameters>("inspect.loss-landscape", "Loss landscape of a network", LossLandscape.Run)
    {
        Description = "Moves the weights of a trained network along two random directions, each kernel by its own length, and shows the loss around it, as an image and as a surface. "
            + "Wide and smooth valleys are said to tell of networks that generalise (Li et al. 2018).",
        Inputs =
        [
            new OperationInput("in", InputKind.Image, "A grey volume or slice."),
            new OperationInput("labels", InputKind.Labels, "Its labels; what is unlabelled counts for nothing."),
        ],
        IsDeterministic = false,
    };
}
