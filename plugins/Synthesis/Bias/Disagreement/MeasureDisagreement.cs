using VolumeViewer.Plugins.Synthesis.Bias.Study;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Disagreement;

/// <summary>measure.disagreement: where several labellings differ, or where a network is undecided, and the worst places.</summary>
internal static class MeasureDisagreement
{
    internal static Operation<DisagreementParameters> Create() => new("measure.disagreement", "Disagreement and its worst places", Run)
    {
        Description = "The entropy of several labellings in every voxel, or an entropy image as predict.network gives it, and a list of the places where it is highest. "
            + "A double click on a place in the table of the window moves the crosshair there.",
        Inputs =
        [
            new OperationInput("in", InputKind.Labels, "Labels of the volume.") { Optional = true },
            new OperationInput("second", InputKind.Labels, "Other labels of it.") { Optional = true },
            new OperationInput("third", InputKind.Labels, "Further labels of it.") { Optional = true },
            new OperationInput("entropy", InputKind.Image, "An entropy image, in place of labels.") { Optional = true },
        ],
    };

    private static OperationResult Run(OperationContext context, DisagreementParameters parameters)
    {
        var entropy = context.Layers.ContainsKey("entropy") ? context.Image("entropy").Volume.Load<float>(context.CancellationToken) : null;
        var layers = new List<Layer>();
        if (entropy is null)
        {
            var (majority, own) = Count(context, parameters);
            majority.Dispose();
            layers.Add(new ImageLayer("disagreement (entropy)", own) { ContrastLimits = new ContrastLimits(0, 1) });
            entropy = own.Load<float>(context.CancellationToken);
        }
        using (entropy)
        {
            context.Job.Report(new JobProgress(0.6, "looking for the worst places"));
            var spacing = entropy.Spacing;
            var (mean, share) = Facts(entropy);
            GaussianBlur.Apply(entropy, (parameters.Smoothing * spacing.X / spacing.Z, parameters.Smoothing * spacing.X / spacing.Y, parameters.Smoothing), context.CancellationToken);
            var places = WorstPlaces.Find(entropy, parameters.Places, parameters.Apart, context.CancellationToken);
            return new OperationResult { Layers = layers, Tables = [TableOf(places, spacing), new Table("disagreement", new("mean", Format: "0.00000"), new("share of voxels above 0", Format: "0.0000")).Add(mean, share)] };
        }
    }

    private static (LabelVolume Majority, Volume<float> Entropy) Count(OperationContext context, DisagreementParameters parameters)
    {
        var given = ((string[])["in", "second", "third"]).Where(context.Layers.ContainsKey).Select(context.Labels).ToList();
        var paths = parameters.More.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (given.Count == 0 || given.Count + paths.Length < 2)
            throw new UserException("Give two labellings at least, as --in and --second or --more \"A.tif;B.tif\", or an entropy image as --entropy.");
        var (first, count) = (given[0], given.Count + paths.Length);
        var vote = new Vote(first.Shape, first.Phases, first.Spacing);
        for (var index = 0; index < count; index++)
        {
            using var source = index < given.Count ? null : context.Io.Open(paths[index - given.Count], context.CancellationToken);
            IVolumeSource labels = source ?? given[index].Labels;
            if (labels.Shape != first.Shape)
                throw new UserException($"The labellings differ in shape: '{first.Name}' has {first.Shape} voxels (z, y, x), another {labels.Shape}. Crop or resample one of them.");
            using var own = index > 0 ? LabelVolume.FromSource(new Unowned(labels), first.Phases, context.CancellationToken) : null;
            vote.Add(own ?? first.Labels);
            context.Job.Report(new JobProgress(0.5 * (index + 1) / count, $"labels {index + 1} of {count}"));
        }
        return vote.Result();
    }

    private static (double Mean, double Share) Facts(Volume<float> entropy)
    {
        var (sum, above) = (0.0, 0L);
        for (var z = 0; z < entropy.Shape.Depth; z++)
        {
            foreach (var value in entropy.Slice(z))
            {
                sum += value;
                above += value > 0 ? 1 : 0;
            }
        }
        return (sum / entropy.Shape.VoxelCount, above / (double)entropy.Shape.VoxelCount);
    }

    private static Table TableOf(IReadOnlyList<Place> places, Spacing spacing)
    {
        // The columns z, y and x are what the window moves its crosshair to.
        var table = new Table("worst places", new("place"), new("z", spacing.Unit, "0.###"), new("y", spacing.Unit, "0.###"), new("x", spacing.Unit, "0.###"),
            new("slice"), new("row"), new("column"), new("smoothed disagreement", Format: "0.0000"));
        for (var index = 0; index < places.Count; index++)
        {
            var place = places[index];
            table.Add(index + 1, (place.Z + 0.5) * spacing.Z, (place.Y + 0.5) * spacing.Y, (place.X + 0.5) * spacing.X, place.Z, place.Y, place.X, place.Value);
        }
        return table;
    }
}
