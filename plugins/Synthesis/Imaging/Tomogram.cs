using VolumeViewer.Plugins.Synthesis.Structures;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>A synthetic tomogram with its truth. Whoever makes it owns the volumes.</summary>
/// <param name="Greys">The tomogram.</param>
/// <param name="Truth">The labels at the same voxels.</param>
/// <param name="PhaseGreys">The grey of each phase in a perfect image.</param>
internal sealed record Tomogram(Volume<float> Greys, LabelVolume Truth, IReadOnlyList<double> PhaseGreys)
{
    /// <summary>Attenuation of a unit of grey above air, per length; 0 for the simple model, which has none.</summary>
    public double AttenuationPerGrey { get; init; }

    /// <summary>Columns of the detector; 0 for the simple model.</summary>
    public int Bins { get; init; }

    /// <summary>The projections, if asked for.</summary>
    public Volume<float>? Projections { get; init; }

    /// <summary>Makes the tomogram of labels.</summary>
    /// <exception cref="UserException">The greys do not fit the phases, all phases are air, or the scan does not fit into the memory.</exception>
    public static Tomogram Make(LabelVolume labels, TomogramParameters parameters, IJobContext job)
    {
        var greys = Imaging.PhaseGreys.For(labels.Phases, parameters.Greys);
        var air = parameters.AirGrey ?? greys.Min();
        var above = greys.Select(grey => grey - air).ToArray();
        var plain = new Specimen(labels, above, parameters.Binning);
        var inclusions = Inclusion.Scatter(parameters.Inclusions, plain.Shape, parameters.InclusionRadius, parameters.InclusionGrey * above.Max(),
            new CounterRandom(parameters.Seed, RandomStreams.Inclusions));
        var specimen = new Specimen(labels, above, parameters.Binning, inclusions) { Texture = TextureOf(plain.Shape, parameters) };
        if (parameters.Model == ImagingModel.Simple)
        {
            var image = SimpleImage.Make(specimen, parameters, greys.Max() - greys.Min(), job);
            Finish(image, parameters, (float)air, job.CancellationToken);
            return new Tomogram(image, specimen.Truth(job.CancellationToken), greys);
        }
        var scan = new Scan(specimen, parameters);
        var attenuation = parameters.AttenuationPerGrey ?? Attenuation(plain.Mean(job.CancellationToken), scan.LongestWay, parameters.Transmission);
        if (!(attenuation > 0))
            throw new UserException("--attenuation-per-grey: nothing absorbs with 0, so nothing would be seen; give more, or none to go by the transmission.");
        var projections = scan.Project(attenuation, job);
        var volume = scan.Reconstruct(projections, attenuation, job);
        Finish(volume, parameters, (float)air, job.CancellationToken);
        return new Tomogram(volume, specimen.Truth(job.CancellationToken), greys)
        {
            AttenuationPerGrey = attenuation,
            Bins = scan.Bins,
            Projections = parameters.ShowProjections ? projections.ToVolume() : null,
        };
    }

    private static (PeriodicGaussianField Field, float Strength)? TextureOf(VolumeShape shape, TomogramParameters parameters)
    {
        var length = parameters.TextureLength;
        return parameters.Texture == 0 ? null : (new PeriodicGaussianField(shape, new Point3(length, length, length),
            new CounterRandom(parameters.Seed, RandomStreams.Texture)), (float)parameters.Texture);
    }

    private static double Attenuation(double meanGrey, double way, double transmission) => meanGrey > 0
        ? -Math.Log(transmission) / (meanGrey * way)
        : throw new UserException($"On average the specimen absorbs no more than air (mean grey above air {meanGrey:0.####}); "
            + "give other greys, a lower grey of air, or the attenuation.");

    // What comes after the reconstruction: smoothing, drift from slice to slice, and the grey of air.
    private static void Finish(Volume<float> volume, TomogramParameters parameters, float air, CancellationToken cancellation)
    {
        if (parameters.Model == ImagingModel.Projections)
            GaussianBlur.Apply(volume, parameters.Smoothing, cancellation);
        var drift = parameters.GreyDrift > 0
            ? SlowChange.Of(new CounterRandom(parameters.Seed, RandomStreams.GreyDrift), 0, volume.Shape.Depth, parameters.GreyDriftLength) : null;
        if (drift is null && air == 0)
            return;
        volume.ForEachSlice(z =>
        {
            var factor = drift is null ? 1 : (float)(1 + (parameters.GreyDrift * drift[z]));
            var slice = volume.Slice(z);
            for (var i = 0; i < slice.Length; i++)
                slice[i] = air + (slice[i] * factor);
        }, cancellation);
    }
}
