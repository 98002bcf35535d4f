using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Data;

/// <summary>What a network is trained on: normalised slices with their labels, in memory.</summary>
/// <param name="Training">Volumes and slices to take patches from.</param>
/// <param name="Validation">Regions whose labels no patch shows.</param>
/// <param name="Phases">One table for all label images.</param>
/// <param name="Normalisation">As it was applied to the slices.</param>
/// <param name="Files">Where they came from.</param>
internal sealed record TrainingData(
    IReadOnlyList<TrainingVolume> Training, IReadOnlyList<ValidationRegion> Validation, PhaseTable Phases, Normalisation Normalisation,
    IReadOnlyList<DataFile> Files)
{
    /// <summary>The folder that the data keep for a test after training, in SegmentPy's layout; null where there is none.</summary>
    internal string? TestFolder { get; init; }

    /// <summary>What the labelled slices were like before they were normalised.</summary>
    internal IReadOnlyList<SliceFacts> Slices { get; init; } = [];

    /// <summary>Slices that are learned from.</summary>
    internal int TrainingSliceCount => Training.Sum(volume => volume.LabelledSlices.Count());

    /// <summary>Labelled voxels of each phase among those that are learned from.</summary>
    internal IReadOnlyList<long> PhaseCounts()
    {
        var counts = new long[LabelVolume.Unlabelled + 1];
        foreach (var volume in Training)
        {
            foreach (var z in volume.LabelledSlices)
            {
                foreach (var label in volume.Labels[z].AsSpan(0, volume.TrainingRows * volume.Width))
                    counts[label]++;
            }
        }
        return counts[..Phases.Count];
    }

    /// <summary>Labelled voxels of each phase among those that are judged by.</summary>
    internal IReadOnlyList<long> ValidationCounts()
    {
        var counts = new long[LabelVolume.Unlabelled + 1];
        foreach (var region in Validation)
        {
            foreach (var z in region.LabelledSlices)
            {
                foreach (var label in region.Volume.Labels[z].AsSpan(region.FirstRow * region.Volume.Width))
                    counts[label]++;
            }
        }
        return counts[..Phases.Count];
    }

    /// <summary>Whether a network is judged by voxels that it learns from, for want of others.</summary>
    internal bool JudgesByTraining => Validation.Any(region => region.FirstRow < region.Volume.TrainingRows && Training.Contains(region.Volume));

    /// <summary>How much each phase counts in the loss, as <see cref="ClassWeighting.Parse"/> tells it; null where all count the same.</summary>
    /// <exception cref="UserException">The text is no such choice.</exception>
    internal float[]? ClassWeights(string text) => ClassWeighting.Parse(text, PhaseCounts(), Phases);

    /// <summary>Divides volumes into what is trained on and what is held back.</summary>
    /// <param name="volumes">All, normalised.</param>
    /// <param name="isHeldBack">Whether a slice of a volume was chosen to be held back whole; null to hold back the bottom of every slice.</param>
    /// <param name="share">Of the rows of a slice that its bottom is.</param>
    /// <param name="inBlocks">Whether the network is for volumes, and so is judged by blocks of slices.</param>
    /// <param name="log">Told when nothing labelled can be held back.</param>
    /// <exception cref="UserException">Nothing remains to train on.</exception>
    internal static (IReadOnlyList<TrainingVolume> Training, IReadOnlyList<ValidationRegion> Validation) Divide(
        IReadOnlyList<TrainingVolume> volumes, Func<TrainingVolume, int, bool>? isHeldBack, double share, bool inBlocks, Action<string> log)
    {
        List<TrainingVolume> training;
        List<ValidationRegion> validation;
        if (isHeldBack is null)
        {
            training = [.. volumes.Select(volume => volume with { TrainingRows = volume.Height - (int)Math.Round(volume.Height * share) })];
            validation = [.. training.Where(volume => volume.TrainingRows < volume.Height)
                .SelectMany(volume => ValidationRegion.Of(volume, _ => true, volume.TrainingRows, inBlocks))];
        }
        else
        {
            // The labels of what is held back are taken away, not its grey values: those may still stand beside a slice that is learned from.
            training = [.. volumes.Select(volume => volume with { Labels = [.. volume.Labels.Select((labels, z) => isHeldBack(volume, z) ? null : labels)] })
                .Where(volume => volume.LabelledSlices.Any())];
            validation = [.. volumes.SelectMany(volume => ValidationRegion.Of(volume, z => isHeldBack(volume, z), 0, inBlocks))];
        }
        if (validation.Count == 0)
        {
            log($"{(isHeldBack is null && share == 0 ? "Nothing is" : "No labelled voxel could be")} held back for validation, "
                + "so the network is judged by what it was trained on.");
            training = [.. training.Select(volume => volume with { TrainingRows = volume.Height })];
            validation = [.. training.SelectMany(volume => ValidationRegion.Of(volume, _ => true, 0, inBlocks))];
        }
        if (!training.Any(volume => volume.CanTrain))
            throw new UserException("No labelled voxel is left to train on: all slices are held back for validation, or nothing in them is labelled.");
        return (training, ValidationRegion.Thin(validation, inBlocks));
    }
}
