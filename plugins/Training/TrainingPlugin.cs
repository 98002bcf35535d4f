using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Inspect;
using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Plugins.Training.Live;
using VolumeViewer.Plugins.Training.Predict;
using VolumeViewer.Plugins.Training.Preview;
using VolumeViewer.Plugins.Training.Report;
using VolumeViewer.Plugins.Training.Transfer;
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
        context.Register(ReportOperation());
        context.Register(PreviewOperation());
        context.Register(DescribeOperation());
        context.Register(TransferStudyOperation());
        context.Register(SuggestSlices.Create());
        context.Register<ILiveSegmenter>(new LiveCnn());
        InspectOperations.Register(context);
    }

    internal static IOperation TrainOperation() => new Operation<TrainParameters>("train.network", "Train a network", TrainNetwork.Run)
    {
        Description = "Teaches a network to label slices, from slices that were labelled by hand, and keeps the last and the best weights in a run folder.",
        Inputs = DataSources.Inputs,
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

    internal static IOperation ReportOperation() => new Operation<ReportParameters>("report.training-data", "Report on training data", ReportTrainingData.Run)
    {
        Description = "Tells what a network would be trained on: phases and their voxels, grey levels from slice to slice, how well grey values tell the phases apart; "
            + "and warns of what would make the training worse.",
        Inputs = DataSources.Inputs,
    };

    internal static IOperation PreviewOperation() => new Operation<PreviewParameters>("preview.augmentation", "Preview augmentation", PreviewAugmentation.Run)
    {
        Description = "Shows patches as a network will see them while it is trained, with their labels: a stack of some patches unchanged, then the same changed at random.",
        Inputs = DataSources.Inputs,
        IsPreview = true,
    };

    internal static IOperation DescribeOperation() => new Operation<DescribeNetworkParameters>("describe.network", "Describe a network", DescribeNetwork.Run)
    {
        Description = "Lists the stages of a network, which can be restored and frozen by name, and the facts that patches must suit.",
    };

    internal static IOperation TransferStudyOperation() => new Operation<TransferStudyParameters>("study.transfer", "Study transfer learning", TransferStudy.Run)
    {
        Description = "Trains with few labelled slices from scratch and from a network that has seen others, with equal steps, and compares the two.",
        Inputs = [new OperationInput("in", InputKind.Path, "The folder of the target's slices (N.tif) with their labels (N_label.tif).")],
        Output = OutputKind.Folder,
        IsDeterministic = false,
    };
}
