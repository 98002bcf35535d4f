using VolumeViewer.Plugins.Training.Predict.Combine;
using VolumeViewer.Plugins.Training.Predict.Files;
using VolumeViewer.Plugins.Training.Predict.Speed;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Predict;

/// <summary>What the parts of a prediction have in common.</summary>
internal sealed record PredictionTask(IJobContext Job, ImageLayer Image, IReadOnlyList<TrainedModel> Models, PredictParameters Parameters)
{
    internal VolumeShape Shape => Image.Shape;

    internal int Phases => Models[0].Phases.Count;

    internal bool InThree => Models[0].Geometry.Dimensions == 3;

    /// <summary>The most slices on either side that a model looks at.</summary>
    internal int Neighbours => Models.Max(model => model.Neighbours);

    /// <summary>Where slabs may begin so that the poolings of every model fall as in the whole volume: multiples of all their alignments.</summary>
    internal int Alignment => Models.Aggregate(1, (common, model) => common / Gcd(common, model.Geometry.Alignment) * model.Geometry.Alignment);

    internal long MemoryBytes => (long)(Parameters.Memory * (1L << 30));

    internal PatchPlan Plan(int height, int width, int slices) => PatchPlan.Make(Models[0], height, width, slices, MemoryBytes, Parameters.PatchSize);

    internal BlockVoter Voter(PatchPlan plan) =>
        new(Models, Parameters.Overlap > 0 ? Parameters.PatchSize : plan.Core, Parameters.Overlap, Parameters.Flips == FlipsChoice.All);

    /// <summary>Cuts the volume into slabs for networks of three dimensions; a slice each for those of two.</summary>
    internal int SlabDepth(PatchPlan plan)
    {
        if (!InThree)
            return 1;
        var (alignment, halo) = (Alignment, Models.Max(model => model.Geometry.Halo));
        var perPlane = (long)Shape.SliceLength * ((3 * sizeof(float)) + (Phases * sizeof(float)));
        var most = (int)Math.Min(Shape.Depth + alignment, (MemoryBytes / 3 / perPlane) - (2 * halo));
        return Math.Max(alignment, Math.Min(plan.Core, most) / alignment * alignment);
    }

    /// <summary>All that the results depend on, as a text.</summary>
    internal string Header(int slabDepth)
    {
        var relevant = Parameters with { Memory = 0, Resume = false, Model = "", PatchSize = Parameters.Overlap > 0 ? Parameters.PatchSize : 0 };
        var slices = new string[Shape.Depth];
        Image.Volume.ForEachSlice(z =>
        {
            var slice = new byte[Shape.SliceLength * Image.Volume.VoxelType.ByteSize()];
            Image.Volume.ReadSlice(z, slice);
            slices[z] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(slice));
        }, Job.CancellationToken);
        return string.Join('\n',
            "prediction 1",
            $"input {Shape} {Image.Volume.VoxelType} {PredictionWork.Hash(string.Concat(slices))}",
            string.Join('\n', Models.Select(model => $"model {model.NetworkId} {model.Device.type} {model.Normalisation} {Data.DataFile.Hash(model.WeightsPath)}")),
            $"slab {slabDepth}",
            $"parameters {relevant}",
            "");
    }

    private static int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);
}
