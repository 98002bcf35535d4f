using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Annotate;

/// <summary>Labels a truth as a virtual annotator would: first it is settled which objects are seen, and as what; then their outlines are drawn.</summary>
internal static class Annotation
{
    /// <summary>The labels of one annotator; the caller owns them.</summary>
    /// <param name="truth">Lent.</param>
    /// <param name="parameters">The distributions.</param>
    /// <param name="number">Of the annotator, from 0.</param>
    /// <param name="slices">The slices that are labelled; the others are unlabelled.</param>
    /// <param name="grey">Or null for no preference by grey.</param>
    /// <param name="sliceDone">Called after every slice.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="UserException">The parameters do not fit the phases, or are in µm while the voxels' size is not known.</exception>
    internal static (LabelVolume Labels, AnnotationStatistics Statistics) Make(
        LabelVolume truth, AnnotatorParameters parameters, int number, IReadOnlyList<int> slices, GreyPull? grey = null, Action? sliceDone = null,
        CancellationToken cancellationToken = default)
    {
        var voxel = Voxel(parameters, truth.Spacing);
        var annotator = Annotator.Draw(parameters, truth.Phases, number, voxel);
        var faults = new ObjectFaults(parameters, annotator, truth);
        using var seen = Copy(truth);
        faults.Apply(seen, slices, cancellationToken);
        var shift = new BoundaryShift(seen, annotator, parameters, voxel, grey);
        var labels = new LabelVolume(truth.Shape, truth.Phases, truth.Spacing);
        try
        {
            for (var z = 0; z < truth.Shape.Depth; z++)
                labels.Slice(z).Fill(LabelVolume.Unlabelled);
            var differing = new (long Labelled, long Differing)[slices.Count];
            Parallel.For(0, slices.Count, new ParallelOptions { CancellationToken = cancellationToken }, i =>
            {
                var z = slices[i];
                var to = labels.Slice(z);
                if (shift.IsNeeded)
                    shift.Fill(z, to);
                else
                    seen.Slice(z).CopyTo(to);
                differing[i] = Compare(truth.Slice(z), to);
                sliceDone?.Invoke();
            });
            return (labels, new AnnotationStatistics(annotator, differing.Sum(each => each.Labelled), differing.Sum(each => each.Differing), faults.Small.All,
                faults.Small.Missed, faults.SwappedVoxels));
        }
        catch
        {
            labels.Dispose();
            throw;
        }
    }

    /// <summary>Length of a voxel along x in the unit of the parameters.</summary>
    /// <exception cref="UserException">They are in µm while the voxels' size is not known.</exception>
    internal static double Voxel(AnnotatorParameters parameters, Spacing spacing) => !parameters.InMicrometres ? 1
        : spacing.IsCalibrated ? spacing.X
        : throw new UserException("--in-micrometres: the volume does not say how large its voxels are. Give lengths in voxels, or set the voxel size.");

    private static LabelVolume Copy(LabelVolume labels)
    {
        var copy = new LabelVolume(labels.Shape, labels.Phases, labels.Spacing);
        copy.ForEachSlice(z => labels.Slice(z).CopyTo(copy.Slice(z)));
        return copy;
    }

    private static (long Labelled, long Differing) Compare(ReadOnlySpan<byte> truth, ReadOnlySpan<byte> labels)
    {
        var (labelled, differing) = (0L, 0L);
        for (var i = 0; i < truth.Length; i++)
        {
            labelled += truth[i] != LabelVolume.Unlabelled ? 1 : 0;
            differing += truth[i] != labels[i] ? 1 : 0;
        }
        return (labelled, differing);
    }
}
