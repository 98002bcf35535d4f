using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>
/// Finds the scan that gives an image like a real one: by trial scans of the real labels, whose greys, noise, blur, fringes and rings are measured just as those
/// of the real image, and corrected by the difference.
/// </summary>
internal sealed class ScanFit
{
    private const int LeastTrialSlices = 24;
    private const int MostTrialSlices = 32;
    private const double MostTrialVoxels = 1e6;
    private const double LeastOvershoot = 0.04;
    private const double TrialRings = 0.01;
    private const double LeastPhotons = 20;
    private const double MostPhotons = 1e8;
    private const double MostSmoothing = 1.5;
    private const double FirstTexture = 0.05;
    private const double MostTexture = 0.5;
    private const double ShortestTexture = 0.3;

    private readonly GreyMeasures _real;
    private readonly LabelVolume _trial;
    private readonly TwinParameters _twin;
    private TomogramParameters _scan;

    private ScanFit(GreyMeasures real, LabelVolume trial, TwinParameters twin, TomogramParameters scan) => (_real, _trial, _twin, _scan) = (real, trial, twin, scan);

    /// <summary>Fits the parameters of a scan of a volume of the given shape with the real spacing and mean grey.</summary>
    /// <param name="labels">Of the real volume.</param>
    /// <param name="real">What its image measures.</param>
    /// <param name="structure">What its phases measure.</param>
    /// <param name="shape">Of the twin.</param>
    /// <param name="twin">Angles, rounds and seed.</param>
    /// <param name="job">Progress from 0 to 1, and cancellation.</param>
    public static TomogramParameters Fit(
        LabelVolume labels, GreyMeasures real, StructureMeasures structure, VolumeShape shape, TwinParameters twin, IJobContext job)
    {
        using var trial = Middle(labels);
        var present = Enumerable.Range(0, labels.Phases.Count).Where(label => real.Inside.Voxels[label] > 0);
        var lowest = present.Min(label => real.Inside.Means[label]);
        double[] greys = [.. real.Inside.Means.Select(mean => double.IsFinite(mean) ? mean : lowest)];
        var above = greys.Zip(structure.Fractions, (grey, fraction) => (grey - lowest) * fraction).Sum();
        if (!(above > 0))
            throw new UserException("All phases of the image have the same mean grey, so no scan can tell them apart; look whether the labels belong to the image.");
        double Attenuation(VolumeShape of) =>
            -Math.Log(new TomogramParameters().Transmission) / (above * new SliceGrid(of.Height, of.Width, labels.Spacing.Y, labels.Spacing.X, round: true).Reach * 2);
        var fit = new ScanFit(real, trial, twin, new TomogramParameters
        {
            Greys = greys,
            AirGrey = lowest,
            AttenuationPerGrey = Attenuation(trial.Shape),
            Angles = twin.Angles,
            Filter = FilterWindow.RamLak,
            Photons = 5000,
            ReadNoise = 0,
            DetectorBlur = 0.5,
            Smoothing = 0.3,
            Fringes = 0,
            Rings = 0,
            GreyDrift = 0,
            Seed = twin.Seed,
        });
        fit.Correct(job);
        // The same noise and rings in greys, where the specimen is another in size and so absorbs less per voxel.
        var ratio = Attenuation(shape) / Attenuation(trial.Shape);
        return fit._scan with
        {
            AttenuationPerGrey = Attenuation(shape),
            Photons = Math.Min(MostPhotons, fit._scan.Photons / (ratio * ratio)),
            Rings = Math.Min(1, fit._scan.Rings * ratio),
            GreyDrift = Math.Min(1, real.Drift),
            GreyDriftLength = Math.Max(0.1, real.DriftLength),
        };
    }

    private void Correct(IJobContext job)
    {
        var steps = new StageProgress(job, "fitting the scan", 0, 1, _twin.Rounds + 2);
        for (var round = 0; round < _twin.Rounds; round++)
        {
            var trial = Try(_scan, job);
            _scan = Corrected(trial, isLast: false);
            steps.Step();
        }
        var last = Try(_scan, job);
        _scan = Corrected(last, isLast: true);
        steps.Step();
        if (_real.Rings > 0)
        {
            var rings = Try(_scan with { Rings = TrialRings }, job).Rings;
            var without = last.Rings;
            var own = Math.Sqrt(Math.Max(0, (rings * rings) - (without * without)));
            var wanted = Math.Sqrt(Math.Max(0, (_real.Rings * _real.Rings) - (without * without)));
            _scan = _scan with { Rings = own > 0 ? Math.Min(1, TrialRings * wanted / own) : 0 };
        }
        steps.Step();
    }

    private TomogramParameters Corrected(GreyMeasures trial, bool isLast)
    {
        // Neighbouring voxels differ by the detector's noise and hardly by texture.
        var noise = _scan.Texture > 0 ? Differences(trial) / Differences(_real) : Square(trial.Noise / _real.Noise);
        var next = _scan with
        {
            Photons = Math.Clamp(_scan.Photons * noise, LeastPhotons, MostPhotons),
            Texture = Math.Min(MostTexture, _scan.Texture * _real.Noise / trial.Noise),
            Greys = [.. _scan.Greys.Select((grey, label) =>
                grey + (_real.Inside.Voxels[label] > 0 && trial.Inside.Voxels[label] > 0 ? _real.Inside.Means[label] - trial.Inside.Means[label] : 0))],
        };
        // What changes the noise's coarseness changes its height, which the last correction is for.
        if (isLast)
            return next;
        var smoothing = Math.Max(0, Square(_scan.Smoothing) + Square(Coarseness(_real.Neighbours)) - Square(Coarseness(trial.Neighbours)));
        if (smoothing > Square(MostSmoothing))
        {
            // No detector makes noise so coarse: there is a texture in the phases.
            smoothing = Square(MostSmoothing);
            next = next with
            {
                Texture = _scan.Texture > 0 ? next.Texture : FirstTexture,
                // The blur lengthens what it lets through, so the texture itself is shorter than what is seen of it.
                TextureLength = _scan.Texture > 0
                    ? Math.Clamp(_scan.TextureLength * Falls(_real) / Falls(trial), ShortestTexture * Falls(_real), Falls(_real)) : Falls(_real),
            };
        }
        next = next with { Smoothing = Math.Sqrt(smoothing) };
        if (_real.Edge is not { } edge || trial.Edge is not { } tried)
            return next;
        var blur = Square(_scan.DetectorBlur) + Square(edge.Width) - Square(tried.Width) - (smoothing - Square(_scan.Smoothing));
        next = next with { DetectorBlur = Math.Min(10, Math.Sqrt(Math.Max(0, blur))) };
        if (edge.Overshoot > LeastOvershoot)
            next = next with { Fringes = _scan.Fringes == 0 ? 0.5 : Math.Clamp(_scan.Fringes * edge.Overshoot / Math.Max(tried.Overshoot, 0.01), 0.05, 20) };
        return next;
    }

    private GreyMeasures Try(TomogramParameters scan, IJobContext job)
    {
        var tomogram = Tomogram.Make(_trial, scan, new SilentJob(job));
        using (tomogram.Greys)
        using (tomogram.Truth)
            return GreyMeasures.Of(tomogram.Greys, tomogram.Truth, null, null, job.CancellationToken);
    }

    // Where the noise's correlation has fallen to 1/e, in voxels.
    private static double Falls(GreyMeasures measures) =>
        PhaseCovariance.Reaches([.. measures.Covariance.Select(value => value / measures.Covariance[0])], Math.Exp(-1)) ?? Residuals.Lags;

    private static double Differences(GreyMeasures measures) => measures.Covariance[0] - measures.Covariance[1];

    // The width of the Gaussian that gives white noise this correlation between neighbours: e^(−1/4s²).
    private static double Coarseness(double neighbours) => 0.5 / Math.Sqrt(-Math.Log(Math.Clamp(neighbours, 0.01, 0.99)));

    private static double Square(double value) => value * value;

    private static LabelVolume Middle(LabelVolume labels)
    {
        var shape = labels.Shape;
        // A single slice goes on above and below, so that smoothing across the slices does to the trial's noise what it does to the twin's.
        var depth = Math.Clamp(shape.Depth, LeastTrialSlices, MostTrialSlices);
        var side = (int)Math.Sqrt(MostTrialVoxels / depth);
        var (height, width) = (Math.Min(shape.Height, side), Math.Min(shape.Width, side));
        var (z0, y0, x0) = (Math.Max(0, (shape.Depth - depth) / 2), (shape.Height - height) / 2, (shape.Width - width) / 2);
        var middle = new LabelVolume(new VolumeShape(depth, height, width), labels.Phases, labels.Spacing);
        for (var z = 0; z < depth; z++)
        {
            for (var y = 0; y < height; y++)
                labels.Slice(Math.Min(z0 + z, shape.Depth - 1)).Slice(((y0 + y) * shape.Width) + x0, width).CopyTo(middle.Slice(z)[(y * width)..]);
        }
        return middle;
    }
}
