using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>generate.tomogram: what a tomograph would make of labelled phases.</summary>
internal static class TomogramOperation
{
    public static Operation<TomogramParameters> Create() => new("generate.tomogram", "Tomogram of labels", Run)
    {
        Description = "Makes the image that a tomograph would give of labelled phases: projections of a parallel beam with phase contrast, beam hardening, photon and read "
            + "noise, detector blur, rings and bad projections, then filtered back-projection. Each part can be switched off. The truth comes along at the same voxels.",
        Inputs = [new("in", InputKind.Labels, "The true phases.")],
    };

    private static OperationResult Run(OperationContext context, TomogramParameters parameters)
    {
        var labels = context.Labels("in").Labels.WithPhases(context.Labels("in").Phases);
        var tomogram = Tomogram.Make(labels, parameters, context.Job);
        var projections = tomogram.Projections is null ? null : new ImageLayer("projections", tomogram.Projections);
        // It would cover the image, which is what was asked for.
        var truth = new LabelsLayer("truth", tomogram.Truth) { Visible = false };
        try
        {
            var statistics = GreyByPhase.Measure(tomogram.Greys, tomogram.Truth, cancellationToken: context.CancellationToken);
            var (volume, limits) = Scaled(tomogram.Greys, parameters, context.CancellationToken);
            return new OperationResult
            {
                Layers = projections is null ? [new ImageLayer("tomogram", volume), truth] : [new ImageLayer("tomogram", volume), truth, projections],
                Tables = [Scan(tomogram, parameters, limits), Phases(tomogram, statistics)],
                Plots = [new Plot("greys by phase", "grey", "density", [.. statistics.Curves(tomogram.Truth.Phases)])],
            };
        }
        catch
        {
            tomogram.Greys.Dispose();
            truth.Dispose();
            projections?.Dispose();
            throw;
        }
    }

    private static (IVolumeSource Volume, (float Low, float High)? Limits) Scaled(Volume<float> greys, TomogramParameters parameters, CancellationToken cancellation)
    {
        if (parameters.Voxels == TomogramVoxels.Float32)
            return (greys, null);
        var limits = GreyScaling.Limits(greys, parameters.Low, parameters.High, cancellation);
        using (greys)
        {
            return (parameters.Voxels == TomogramVoxels.UInt8
                ? GreyScaling.ToBytes(greys, limits.Low, limits.High, cancellation)
                : GreyScaling.ToShorts(greys, limits.Low, limits.High, cancellation), limits);
        }
    }

    private static Table Scan(Tomogram tomogram, TomogramParameters parameters, (float Low, float High)? limits)
    {
        var unit = tomogram.Truth.Spacing.IsCalibrated ? "1/µm" : "1/voxel";
        var isSimple = parameters.Model == ImagingModel.Simple;
        return new Table("scan", new TableColumn("attenuation of grey 1", unit, "0.######"), new TableColumn("angles"), new TableColumn("angular range", "°"),
            new TableColumn("detector columns"), new TableColumn("low"), new TableColumn("high"))
            .Add(isSimple ? null : tomogram.AttenuationPerGrey, isSimple ? null : parameters.Angles, isSimple ? null : parameters.AngularRange,
                isSimple ? null : tomogram.Bins, limits is null ? null : (double)limits.Value.Low, limits is null ? null : (double)limits.Value.High);
    }

    private static Table Phases(Tomogram tomogram, GreyByPhase statistics)
    {
        var table = new Table("greys", new TableColumn("phase"), new TableColumn("voxels"), new TableColumn("ideal grey"), new TableColumn("mean grey"), new TableColumn("spread"));
        for (var label = 0; label < tomogram.Truth.Phases.Count; label++)
        {
            var isThere = statistics.Voxels[label] > 0;
            table.Add(tomogram.Truth.Phases[label].Name, statistics.Voxels[label], tomogram.PhaseGreys[label],
                isThere ? statistics.Means[label] : null, isThere ? statistics.Deviations[label] : null);
        }
        return table;
    }
}
