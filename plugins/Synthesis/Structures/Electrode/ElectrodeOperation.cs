using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>generate.electrode: a porous electrode of particles and binder, with its truth.</summary>
internal static class ElectrodeOperation
{
    public static Operation<ElectrodeParameters> Create() => new("generate.electrode", "Synthetic electrode", Run)
    {
        Description = "Packs particles of active material, places carbon-binder domain around and between them, and labels every voxel. "
            + "Fractions are met to the voxel; a table tells what was achieved of all that was asked.",
    };

    /// <summary>The sample of the menu: small, and made in a second or two.</summary>
    public static SampleData Sample() => new("synthetic-electrode", "Synthetic electrode (128³)", token => Task.Run<IReadOnlyList<Layer>>(() =>
    {
        var parameters = new ElectrodeParameters { Shape = [128], VoxelSize = 0.3, GreatestDiameter = 12 };
        return [new LabelsLayer("synthetic electrode", ElectrodeGenerator.Generate(parameters, new Work { StopsAt = token }).Labels)];
    }, token));

    private static OperationResult Run(OperationContext context, ElectrodeParameters parameters)
    {
        var electrode = ElectrodeGenerator.Generate(parameters, new Work(context.Job));
        try
        {
            var report = new ElectrodeReport(parameters, electrode);
            return new OperationResult
            {
                Layers = electrode.Numbers is { } numbers
                    ? [new LabelsLayer("synthetic electrode", electrode.Labels), new ImageLayer("particle numbers", numbers)]
                    : [new LabelsLayer("synthetic electrode", electrode.Labels)],
                Tables = report.Tables(),
                Plots = report.Plots(),
            };
        }
        catch
        {
            electrode.Dispose();
            throw;
        }
    }
}
