using VolumeViewer.Plugins.Training.Inspect;
using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Plugins.Training.Predict;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training;

/// <summary>Brings training and prediction for whatever networks there are.</summary>
public sealed class TrainingPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Activate(IPluginContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Register(TrainOperation());
        context.Register(PredictOperation());
        InspectOperations.Register(context);
    }

    internal static IOperation TrainOperation() => new Operation<TrainParameters>("train.network", "Train a network", TrainNetwork.Run)
    {
        Description = "Teaches a network to label slices, from slices that were labelled by hand, and keeps the last and the best weights in a run folder.",
        Inputs =
        [
            new OperationInput("in", InputKind.Path, "A folder of slices (N.tif) with their labels (N_label.tif); or, with --labels, a grey volume."),
        ],
        Output = OutputKind.Folder,
        // Equal seeds give equal weights on one machine only: sums are rounded by the number of cores, and the run folder holds its times.
        IsDeterministic = false,
    };

    internal static IOperation PredictOperation() => new Operation<PredictParameters>("predict.network", "Predict with a network", PredictVolume.Run)
    {
        Description = "Labels every voxel of a volume, slice by slice, with a network that was trained before.",
        Inputs = [new OperationInput("in", InputKind.Image, "The grey volume or slice.")],
        ShapeOf = "in",
        // The rounding of another machine or device can tip a voxel that stands between two phases.
        IsDeterministic = false,
    };
}
