using VolumeViewer.Plugins.Synthesis.Structures;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>Makes phases like the real ones: with their fractions, and with sizes that are corrected until their distributions (or the mean chords) agree.</summary>
internal sealed class StructureFit
{
    private const int Corrections = 4;
    private const double GoodEnough = 0.03;
    private const long ManyVoxels = 20_000_000;
    private const double GreatestDeviations = 2.5;
    private const double MostOfTheSlice = 0.4;
    private const double RoomForParticles = 1.6;
    private const double LeastVoxels = 4;
    private const double LeastLogDeviation = 0.08;

    private readonly LabelVolume _labels;
    private readonly StructureMeasures _real;
    private readonly VolumeShape _shape;
    private readonly TwinParameters _twin;
    private readonly IJobContext _job;

    /// <param name="labels">Of the real volume.</param>
    /// <param name="real">What they measure.</param>
    /// <param name="shape">Of the twin.</param>
    /// <param name="twin">Which structure, and the seed.</param>
    /// <param name="job">Progress from 0 to 1, and cancellation.</param>
    public StructureFit(LabelVolume labels, StructureMeasures real, VolumeShape shape, TwinParameters twin, IJobContext job) =>
        (_labels, _real, _shape, _twin, _job) = (labels, real, shape, twin, job);

    /// <summary>The parameters found, as names and values to be shown.</summary>
    public List<(string Name, double Value, string Unit)> Found { get; } = [];

    /// <summary>Real sizes, and those asked for and made; null where mean chords are all that was fitted.</summary>
    public (Table Table, Plot Plot)? Sizes { get; private set; }

    /// <summary>Particles of one phase, with binder and pores between them. The caller owns the labels.</summary>
    /// <param name="context">Where sizes are measured.</param>
    /// <param name="active">The phase that is particles.</param>
    /// <param name="pore">The phase that is left over.</param>
    /// <exception cref="UserException">There are not two or three phases, voxels are no cubes, or the phase has no chords.</exception>
    public async Task<LabelVolume> ParticlesAsync(OperationContext context, int active, int pore)
    {
        var phases = _labels.Phases;
        var spacing = _labels.Spacing;
        if (phases.Count is < 2 or > 3 || active == pore)
            throw new UserException($"--structure: particles make two or three phases, and the labels have {phases.Count}; choose blobs, or another active phase.");
        if (Math.Max(spacing.Z, Math.Max(spacing.Y, spacing.X)) > 1.01 * spacing.Finest && _labels.Shape.Depth > 1)
            throw new UserException($"The voxels are no cubes ({spacing}), which particles need; resample the volume, or choose blobs.");
        if (_real.Chords[active].Count == 0)
            throw new UserException($"No particle of '{phases[active].Name}' lies within the volume from end to end, so its sizes cannot be told; choose another active phase, or blobs.");
        var binder = Enumerable.Range(0, phases.Count).FirstOrDefault(label => label != active && label != pore, -1);
        if (await PhaseSizes.OfAsync(context, _labels, active).ConfigureAwait(false) is { } sizes)
            return await BySizesAsync(context, sizes, active, pore, binder).ConfigureAwait(false);
        _job.Log($"Sizes are those of mean chords alone: {(_labels.Shape.Depth == 1 ? "there is a single slice" : $"no plugin brings '{PhaseSizes.Operation}'")}.");
        return ByChords(active, pore, binder);
    }

    // The whole distribution: the best of some rounds is taken.
    private async Task<LabelVolume> BySizesAsync(OperationContext context, PhaseSizes real, int active, int pore, int binder)
    {
        var fit = new SizeFit(real, LeastVoxels, MostOfTheSlice * Math.Min(_shape.Height, _shape.Width));
        (LabelVolume Labels, double Distance)? best = null;
        try
        {
            for (var correction = 0; ; correction++)
            {
                _job.Report(new JobProgress(correction / (Corrections + 1.0), "making the structure"));
                var asked = Parameters(active, binder, fit.Asked);
                using var electrode = ElectrodeGenerator.Generate(asked, new Work(new SilentJob(_job)));
                var labels = Renamed(electrode.Labels, active, pore, binder);
                var made = await PhaseSizes.OfAsync(context, labels, active).ConfigureAwait(false)
                    ?? throw new UserException("A twin of one slice has no sizes to compare; ask for more slices (--slices).");
                var distance = fit.Distance(made);
                if (best is null || distance < best.Value.Distance)
                {
                    best?.Labels.Dispose();
                    best = (labels, distance);
                    double[] packed = [.. electrode.Packing.Particles.Select(particle => 2 * (particle.Radius + electrode.Offset))];
                    var (name, spacing) = (_labels.Phases[active].Name, _labels.Spacing);
                    Sizes = (fit.Compare(name, made, fit.Asked, packed, spacing), fit.Curves(name, made, fit.Asked, packed, spacing));
                    Tell(asked.SizeDistribution().Mean, asked.SizeDistribution().Deviation, asked.BinderFraction);
                }
                else
                {
                    labels.Dispose();
                }
                if (distance < GoodEnough || correction == Corrections || (correction > 0 && electrode.Labels.Shape.VoxelCount > ManyVoxels))
                    return best.Value.Labels;
                fit.Correct(made);
            }
        }
        catch
        {
            best?.Labels.Dispose();
            throw;
        }
    }

    private LabelVolume ByChords(int active, int pore, int binder)
    {
        var (median, deviation) = _real.Chords[active].Balls();
        var asked = Parameters(active, binder, median, deviation);
        for (var correction = 0; ; correction++)
        {
            _job.Report(new JobProgress(correction / (Corrections + 1.0), "making the structure"));
            using var electrode = ElectrodeGenerator.Generate(asked, new Work(new SilentJob(_job)));
            var labels = Renamed(electrode.Labels, active, pore, binder);
            var ratio = Chords.Of(labels, active, _job.CancellationToken).Mean / _real.Chords[active].Mean;
            var isLast = correction == Corrections || (correction > 0 && electrode.Labels.Shape.VoxelCount > ManyVoxels);
            if (isLast || Math.Abs(ratio - 1) < GoodEnough || !double.IsFinite(ratio))
            {
                Tell(asked.MeanDiameter, asked.DiameterDeviation, asked.BinderFraction);
                return labels;
            }
            labels.Dispose();
            asked = Parameters(active, binder, median /= ratio, deviation);
        }
    }

    private void Tell(double mean, double deviation, double binder)
    {
        Found.Clear();
        Found.Add(("mean diameter", mean, _labels.Spacing.Unit));
        Found.Add(("deviation of diameters", deviation, _labels.Spacing.Unit));
        Found.Add(("binder fraction", binder, ""));
    }

    /// <summary>Excursion sets of Gaussian fields. The caller owns the labels.</summary>
    public LabelVolume Blobs()
    {
        var present = Enumerable.Range(0, _labels.Phases.Count).Where(label => _real.Chords[label].Count > 0).ToArray();
        // What comes first is cut by nothing, so long chords come first.
        int[] order = [.. Enumerable.Range(0, _labels.Phases.Count).OrderByDescending(label => _real.Chords[label].Count > 0 ? _real.Chords[label].Mean : 0)];
        var lengths = _real.Chords.Select(chords => chords.Count > 0 ? chords.Mean : 4).ToArray();
        for (var correction = 0; ; correction++)
        {
            _job.Report(new JobProgress(correction / (Corrections + 1.0), "making the structure"));
            var labels = BlobPhases.Make(_shape, _labels.Phases, _labels.Spacing, _real.Fractions, lengths, order, _twin.Seed, _job);
            var ratios = present.Select(label => (Label: label, Ratio: Chords.Of(labels, label, _job.CancellationToken).Mean / _real.Chords[label].Mean)).ToArray();
            if (correction == Corrections || ratios.All(pair => Math.Abs(pair.Ratio - 1) < GoodEnough))
            {
                foreach (var label in order.SkipLast(1))
                    Found.Add(($"correlation length of the field of {_labels.Phases[label].Name}", lengths[label], "voxel"));
                return labels;
            }
            labels.Dispose();
            foreach (var (label, ratio) in ratios)
                lengths[label] /= double.IsFinite(ratio) ? Math.Clamp(ratio, 0.3, 3) : 1;
        }
    }

    private ElectrodeParameters Parameters(int active, int binder, VolumeSizes sizes) =>
        Parameters(active, binder, sizes.Diameters[^1] * _labels.Spacing.X) with { MeasuredSizes = sizes.Scaled(_labels.Spacing.X) };

    private ElectrodeParameters Parameters(int active, int binder, double median, double logDeviation)
    {
        // A volume without a voxel size counts in voxels, which the generator takes for µm.
        var voxel = _labels.Spacing.X;
        logDeviation = Math.Max(logDeviation, LeastLogDeviation);
        var most = MostOfTheSlice * voxel * Math.Min(_shape.Height, _shape.Width);
        var mean = Math.Min(median * Math.Exp(logDeviation * logDeviation / 2) * voxel, most / 1.2);
        var greatest = Math.Min(mean * Math.Exp(GreatestDeviations * logDeviation), most);
        return Parameters(active, binder, greatest) with
        {
            MeanDiameter = mean,
            DiameterDeviation = mean * Math.Sqrt(Math.Exp(logDeviation * logDeviation) - 1),
            LeastDiameter = Math.Min(LeastVoxels * voxel, 0.5 * mean),
            GreatestDiameter = greatest,
        };
    }

    private ElectrodeParameters Parameters(int active, int binder, double greatest)
    {
        var (fraction, voxel) = (_real.Fractions[active], _labels.Spacing.X);
        return new ElectrodeParameters
        {
            // Large particles do not fit into few slices; these are cut out of a volume into which they do.
            Shape = [Math.Max(_shape.Depth, Math.Ceiling(RoomForParticles * greatest / voxel)), _shape.Height, _shape.Width],
            VoxelSize = voxel,
            Seed = _twin.Seed,
            ActiveFraction = Math.Min(fraction, 0.94),
            BinderFraction = binder < 0 ? 0 : Math.Min(_real.Fractions[binder], 1 - Math.Min(fraction, 0.94)),
            // Beyond what balls without contacts fill, they have to go into each other.
            ContactDepth = fraction > 0.75 ? 0.45 : fraction > 0.5 ? 0.25 : 0.1,
        };
    }

    private LabelVolume Renamed(LabelVolume electrode, int active, int pore, int binder)
    {
        var labels = new LabelVolume(_shape, _labels.Phases, _labels.Spacing);
        byte[] names = [(byte)pore, (byte)active, (byte)Math.Max(binder, 0)];
        var first = (electrode.Shape.Depth - _shape.Depth) / 2;
        labels.ForEachSlice(z =>
        {
            var from = electrode.Slice(first + z);
            var to = labels.Slice(z);
            for (var i = 0; i < to.Length; i++)
                to[i] = from[i] < names.Length ? names[from[i]] : (byte)pore;
        }, _job.CancellationToken);
        return labels;
    }
}
