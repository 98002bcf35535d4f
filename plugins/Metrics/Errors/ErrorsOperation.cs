using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics;

/// <summary>measure.errors: where labels differ from a reference, and in what way.</summary>
internal static class ErrorsOperation
{
    private static readonly string[] Names = ["correct", "border error", "missed object", "false object", "swapped phase", "extent error"];

    private static readonly string[] Colours = ["#5a6370", "#f2d8b0", "#d4607a", "#e8a33d", "#9d8ce0", "#5cc2b6"];

    public static Operation<ErrorsParameters> Create() => new("measure.errors", "Typed errors", Run)
    {
        Description = "Shows where labels differ from a reference, and how: at a border, as an object that is missed or false or has another phase, or as an object "
            + "that reaches too far. Voxels unlabelled in either are left out.",
        Inputs =
        [
            new("in", InputKind.Labels, "The labels to judge.") { IsOnDemand = true },
            new("reference", InputKind.Labels, "The labels taken as true.") { IsOnDemand = true },
        ],
        ShapeOf = "in",
    };

    private static OperationResult Run(OperationContext context, ErrorsParameters parameters)
    {
        var (layer, reference) = (context.Labels("in"), context.Labels("reference"));
        if (layer.Shape != reference.Shape)
        {
            throw new UserException($"'{layer.Name}' has {layer.Shape} voxels (z, y, x), the reference '{reference.Name}' {reference.Shape}; "
                + "they must be the same. Crop or resample one of them.");
        }
        var matched = PhaseMatch.Match(layer.Phases, reference.Phases, parameters.Match);
        // The layer, and the runs of equal voxels of one labelling after the other.
        MemoryNeed.Check(context, layer, "The search for errors", 5, parameters, isOneArray: false);
        var progress = new SliceProgress(context.Job, 3 * layer.Shape.Depth, "looking for errors");
        var errors = new TypedErrors(layer.Labels, reference.Labels, matched);
        var phases = new PhaseTable(Names.Select((name, type) => new Phase(name, Rgba.Parse(Colours[type]), type, Visible: type != (int)ErrorType.Correct)));
        var types = new LabelVolume(layer.Shape, phases, layer.Spacing);
        try
        {
            errors.Mark(types, parameters, progress.Step);
            if (errors.Ignored == layer.Shape.VoxelCount)
                throw new UserException($"No voxel is labelled both in '{layer.Name}' and in the reference '{reference.Name}', so there is nothing to compare.");
        }
        catch
        {
            types.Dispose();
            throw;
        }
        return new OperationResult
        {
            Layers = [new LabelsLayer($"{layer.Name}, errors", types)],
            Tables =
            [
                Counts("errors by phase of the reference", matched, errors.ByReference), Counts("errors by phase of the labels", matched, errors.ByLabel),
                Objects(matched, errors), new Table("voxels", new("compared"), new("ignored")).Add(layer.Shape.VoxelCount - errors.Ignored, errors.Ignored),
            ],
        };
    }

    private static Table Counts(string title, IReadOnlyList<MatchedPhase> matched, long[,] counts)
    {
        var table = new Table(title, [new("phase"), new("voxels"), .. Names.Select(name => new TableColumn(name)), new("error share", Format: "0.0000")]);
        var all = new long[TypedErrors.Types];
        for (var phase = 0; phase < matched.Count; phase++)
        {
            var row = Enumerable.Range(0, all.Length).Select(type => counts[phase, type]).ToArray();
            for (var type = 0; type < all.Length; type++)
                all[type] += row[type];
            Add(matched[phase].Name, row);
        }
        Add("all", all);
        return table;

        void Add(string name, long[] row) => table.Add(
            [name, row.Sum(), .. row.Cast<object?>(), row.Sum() > 0 ? 1 - (row[(int)ErrorType.Correct] / (double)row.Sum()) : null]);
    }

    private static Table Objects(IReadOnlyList<MatchedPhase> matched, TypedErrors errors)
    {
        var table = new Table("objects", new("phase"), new("in the reference"), new("missed"), new("in the labels"), new("false"));
        for (var phase = 0; phase < matched.Count; phase++)
        {
            table.Add(matched[phase].Name, errors.Missed!.Count[phase], errors.Missed.Lost[phase], errors.False!.Count[phase], errors.False.Lost[phase]);
        }
        return table;
    }
}
