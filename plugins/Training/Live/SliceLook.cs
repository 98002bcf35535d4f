using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Live;

/// <summary>What a slice looks like, pooled over all of it.</summary>
/// <param name="Slice">Its index.</param>
/// <param name="Uncertainty">Mean uncertainty of its voxels, 0 to 1.</param>
/// <param name="Features">Mean and spread of the grey, mean difference of neighbours, and the share of each phase with its mean grey.</param>
internal sealed record SliceLook(int Slice, double Uncertainty, IReadOnlyList<double> Features)
{
    /// <param name="z">Index of the slice.</param>
    /// <param name="grey">Its greys, normalised.</param>
    /// <param name="predicted">All of it, predicted.</param>
    internal static SliceLook Of(int z, ReadOnlySpan<float> grey, LiveRegion predicted)
    {
        double sum = 0, squares = 0, steps = 0, uncertainty = 0;
        var counts = new double[LabelVolume.Unlabelled];
        var greys = new double[LabelVolume.Unlabelled];
        var labels = predicted.Labels.Span;
        var undecided = predicted.Uncertainty.Span;
        var phases = 0;
        for (var i = 0; i < grey.Length; i++)
        {
            sum += grey[i];
            squares += grey[i] * grey[i];
            steps += i > 0 ? Math.Abs(grey[i] - grey[i - 1]) : 0;
            uncertainty += undecided[i];
            counts[labels[i]]++;
            greys[labels[i]] += grey[i];
            phases = Math.Max(phases, labels[i] + 1);
        }
        var mean = sum / grey.Length;
        List<double> features = [mean, Math.Sqrt(Math.Max(0, (squares / grey.Length) - (mean * mean))), steps / grey.Length];
        for (var phase = 0; phase < phases; phase++)
            features.AddRange([counts[phase] / grey.Length, counts[phase] > 0 ? greys[phase] / counts[phase] : 0]);
        return new SliceLook(z, uncertainty / grey.Length / byte.MaxValue, features);
    }
}
