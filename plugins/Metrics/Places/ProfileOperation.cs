using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Places;

/// <summary>The parameters of measure.profile.</summary>
internal sealed record ProfileParameters
{
    [Parameter("From", Help = "Start of the line as z,y,x: lengths from the volume's corner in µm (in voxels where their size is not known), as the table of measurements shows them.")]
    public IReadOnlyList<double> From { get; init; } = [];

    [Parameter("To", Help = "End of the line as z,y,x.")]
    public IReadOnlyList<double> To { get; init; } = [];

    [Parameter("In voxels", Help = "Whether the places are indices of voxels instead; whole numbers are their centres.")]
    public bool InVoxels { get; init; }

    [Parameter("Width", Help = "Over how many voxels across the line grey values are averaged.", Unit = "voxels", Min = 1, Max = Measurement.MostWidth)]
    public int Width { get; init; } = 1;

    [Parameter("Across", Help = "The axis across the slice in which the band lies, when it is wider than 1.")]
    public Axis Across { get; init; }
}

/// <summary>measure.profile: grey values and phases along a line.</summary>
internal static class ProfileOperation
{
    public static Operation<ProfileParameters> Create() => new("measure.profile", "Line profile", Run)
    {
        Description = "Reads grey values along a line, interpolated between voxels at about one voxel's distance, and the runs of phases that it meets, from face to face of the voxels. "
            + "What the line profile of the window shows.",
        Inputs = PlaceInput.Inputs,
    };

    private static OperationResult Run(OperationContext context, ProfileParameters parameters)
    {
        var input = PlaceInput.Of(context);
        context.Job.Report(new JobProgress(0, "reading grey values"));
        var (from, to) = (input.Place(parameters.From, "from", parameters.InVoxels), input.Place(parameters.To, "to", parameters.InVoxels));
        var line = new Measurement(MeasurementKind.Profile, [from, to], parameters.Across);
        if (line.Length == 0)
            throw new UserException("The line has no length: 'from' and 'to' are the same place.");
        var unit = input.Spacing.Unit;
        var tables = new List<Table> { new Table("line", new("length", unit), new("length", "voxels")).Add(line.Length, line.LengthInVoxels(input.Spacing)) };
        var plots = new List<Plot>();
        if (input.Image is { } image)
        {
            var profile = LineProfile.Of(image.Volume, from, to, parameters.Width, parameters.Across, context.CancellationToken);
            var values = new Table("profile", new("distance", unit, "G9"), new("grey value", Format: "G9"));
            for (var sample = 0; sample < profile.Values.Count; sample++)
                values.Add(profile.Distances[sample], double.IsNaN(profile.Values[sample]) ? null : profile.Values[sample]);
            tables.Add(values);
            plots.Add(new Plot($"Profile of {image.Name}", $"distance [{unit}]", "grey value", [new PlotSeries(image.Name, profile.Distances, profile.Values)]));
        }
        context.Job.Report(new JobProgress(0.5, "following the phases"));
        if (input.Labels is { } labels)
        {
            var runs = new Table("runs of phases", new("phase"), new("from", unit, "G9"), new("to", unit, "G9"), new("length", unit, "G9"));
            foreach (var run in PhaseRun.Along(labels.Labels, from, to))
                runs.Add(input.PhaseName(run.Label), run.From, run.To, run.Length);
            tables.Add(runs);
        }
        context.Job.Report(new JobProgress(1, "measured"));
        return new OperationResult { Tables = tables, Plots = plots };
    }
}
