using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Data;

/// <summary>What a network is trained on: normalised slices with their labels, in memory.</summary>
/// <param name="Training">Slices to take patches from.</param>
/// <param name="Validation">Regions that no patch overlaps.</param>
/// <param name="Phases">One table for all label images.</param>
/// <param name="Normalisation">As it was applied to the slices.</param>
/// <param name="Files">Where they came from.</param>
internal sealed record TrainingData(
    IReadOnlyList<TrainingSlice> Training, IReadOnlyList<ValidationRegion> Validation, PhaseTable Phases, Normalisation Normalisation,
    IReadOnlyList<DataFile> Files)
{
    // More tell nothing new: a volume of a thousand slices should not be validated for longer than it is trained on.
    private const int MaxRegions = 32;

    /// <summary>Divides slices into what is trained on and what is held back.</summary>
    /// <param name="slices">All slices, normalised.</param>
    /// <param name="heldBack">The slices to hold back whole; empty to hold back the bottom of each.</param>
    /// <param name="share">Of the rows of a slice that its bottom is.</param>
    /// <param name="log">Told when nothing labelled can be held back.</param>
    /// <exception cref="UserException">Nothing remains to train on.</exception>
    internal static (IReadOnlyList<TrainingSlice> Training, IReadOnlyList<ValidationRegion> Validation) Divide(
        IReadOnlyList<TrainingSlice> slices, SliceSelection heldBack, double share, Action<string> log)
    {
        List<TrainingSlice> training;
        List<ValidationRegion> validation;
        if (heldBack.IsEmpty)
        {
            training = [.. slices.Select(slice => slice with { TrainingRows = slice.Height - (int)Math.Round(slice.Height * share) })];
            validation = [.. training.Where(slice => slice.TrainingRows < slice.Height && slice.HasLabels(slice.TrainingRows, slice.Height))
                .Select(slice => new ValidationRegion(slice, slice.TrainingRows))];
        }
        else
        {
            training = [.. slices.Where(slice => !heldBack.Contains(slice.Name))];
            validation = [.. slices.Where(slice => heldBack.Contains(slice.Name) && slice.HasLabels(0, slice.Height))
                .Select(slice => new ValidationRegion(slice, 0))];
        }
        if (validation.Count == 0)
        {
            log($"{(heldBack.IsEmpty && share == 0 ? "Nothing is" : "No labelled voxel could be")} held back for validation, "
                + "so the network is judged by what it was trained on.");
            training = [.. training.Select(slice => slice with { TrainingRows = slice.Height })];
            validation = [.. training.Where(slice => slice.HasLabels(0, slice.Height)).Select(slice => new ValidationRegion(slice, 0))];
        }
        if (!training.Any(slice => slice.HasLabels(0, slice.TrainingRows)))
            throw new UserException("No labelled voxel is left to train on: all slices are held back for validation, or nothing in them is labelled.");
        if (validation.Count > MaxRegions)
            validation = [.. Enumerable.Range(0, MaxRegions).Select(i => validation[(int)((i + 0.5) * validation.Count / MaxRegions)])];
        return (training, validation);
    }
}
