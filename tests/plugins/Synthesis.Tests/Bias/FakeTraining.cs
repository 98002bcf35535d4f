using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Tests.Bias;

/// <summary>Parameters of the stand-in for train.network.</summary>
public sealed record FakeTrainParameters
{
    [Parameter("Network")] public string Network { get; init; } = "";
    [Parameter("Network options")] public string NetworkOptions { get; init; } = "";
    [Parameter("Steps")] public int Steps { get; init; }
    [Parameter("Steps per epoch")] public int StepsPerEpoch { get; init; }
    [Parameter("Batch size")] public int BatchSize { get; init; }
    [Parameter("Patch size")] public int PatchSize { get; init; }
    [Parameter("Learning rate")] public double LearningRate { get; init; }
    [Parameter("Seed")] public int Seed { get; init; }
    [Parameter("Hold back")] public double HoldBack { get; init; }
    [Parameter("Resume")] public bool Resume { get; init; }
    [Parameter("Augmentation")] public string Augmentation { get; init; } = "";
}

/// <summary>Parameters of the stand-in for predict.network.</summary>
public sealed record FakePredictParameters
{
    [Parameter("Model")] public string Model { get; init; } = "";
    [Parameter("Probabilities")] public bool Probabilities { get; init; }
}

/// <summary>Parameters of the stand-in for measure.thickness.</summary>
public sealed record FakeMeasureParameters
{
    [Parameter("Phase")] public string Phase { get; init; } = "";
}

/// <summary>
/// Operations in the place of train.network and predict.network: the first learns where a threshold lies that gives the labelled share of the last phase, with an error
/// that depends on the seed; the other applies it. So whoever labels a phase too large gets it too large.
/// </summary>
internal sealed class FakeTraining : IContributions
{
    private readonly List<IOperation> _operations;

    public FakeTraining(bool canPredict = true)
    {
        _operations = [new Operation<FakeTrainParameters>("train.network", "Train", Train)];
        _operations.Add(new Operation<FakeMeasureParameters>("measure.thickness", "Thickness", Thickness));
        if (canPredict)
            _operations.Add(new Operation<FakePredictParameters>("predict.network", "Predict", Predict));
    }

    public List<FakeTrainParameters> Trained { get; } = [];

    public int Predictions { get; private set; }

    public Action<int>? BeforeTraining { get; init; }

    /// <summary>By how many per cent of the phase another seed is off.</summary>
    public double PercentPerSeed { get; init; } = 1;

    /// <summary>Of grey, per unit of the logit.</summary>
    public double LogitStep { get; init; } = 1;

    public IReadOnlyList<T> All<T>() where T : class, IContribution => [.. _operations.OfType<T>()];

    public T Get<T>(string id) where T : class, IContribution => All<T>().Single(each => each.Id == id);

    private OperationResult Train(OperationContext context, FakeTrainParameters parameters)
    {
        BeforeTraining?.Invoke(Trained.Count);
        context.CancellationToken.ThrowIfCancellationRequested();
        Trained.Add(parameters);
        var (labels, grey) = (context.Labels("labelled").Labels, context.Image("image").Volume);
        var (greys, chosen) = (new List<float>(), 0);
        var row = new float[grey.Shape.SliceLength];
        for (var z = 0; z < labels.Shape.Depth; z++)
        {
            grey.ReadSlice(z, row);
            for (var i = 0; i < row.Length; i++)
            {
                if (labels.Slice(z)[i] == LabelVolume.Unlabelled)
                    continue;
                greys.Add(row[i]);
                chosen += labels.Slice(z)[i] == labels.Phases.Count - 1 ? 1 : 0;
            }
        }
        greys.Sort();
        var wanted = (int)(chosen * (1 + (PercentPerSeed / 100 * (parameters.Seed - 1))));
        Directory.CreateDirectory(context.OutputPath!);
        File.WriteAllText(Path.Combine(context.OutputPath!, "run.json"), $"{greys[^Math.Clamp(wanted, 1, greys.Count)]:R}");
        context.Job.Report(new JobProgress(1, "trained"));
        return new OperationResult();
    }

    // Gives the share of the phase, and cannot measure what is not there.
    private static OperationResult Thickness(OperationContext context, FakeMeasureParameters parameters)
    {
        var labels = context.Labels("in");
        var phase = labels.Phases.Find(parameters.Phase);
        var voxels = labels.Labels.Count(phase);
        return voxels == 0 ? throw new UserException("There is nothing of it.")
            : new OperationResult { Tables = [new Table("thickness", new("phase"), new("mean", "voxel")).Add(labels.Phases[phase].Name, voxels / (double)labels.Shape.VoxelCount)] };
    }

    private OperationResult Predict(OperationContext context, FakePredictParameters parameters)
    {
        Predictions++;
        context.Job.Report(new JobProgress(1, "predicted"));
        var threshold = float.Parse(File.ReadAllText(Path.Combine(parameters.Model, "run.json")));
        var grey = context.Image("in").Volume;
        var labels = new LabelVolume(grey.Shape, PhaseTable.Numbered(2), grey.Spacing);
        var row = new float[grey.Shape.SliceLength];
        for (var z = 0; z < grey.Shape.Depth; z++)
        {
            grey.ReadSlice(z, row);
            for (var i = 0; i < row.Length; i++)
                labels.Slice(z)[i] = row[i] >= threshold ? (byte)1 : (byte)0;
        }
        List<Layer> layers = [new LabelsLayer("predicted", labels)];
        for (var phase = 0; parameters.Probabilities && phase < 2; phase++)
        {
            var bytes = new Volume<byte>(grey.Shape);
            for (var z = 0; z < grey.Shape.Depth; z++)
            {
                grey.ReadSlice(z, row);
                for (var i = 0; i < row.Length; i++)
                    bytes.Slice(z)[i] = (byte)Math.Round(255 / (1 + Math.Exp((phase == 0 ? 1 : -1) * (row[i] - threshold) / LogitStep)));
            }
            layers.Add(new ImageLayer($"predicted, phase {phase}", bytes));
        }
        return new OperationResult { Layers = layers };
    }
}
