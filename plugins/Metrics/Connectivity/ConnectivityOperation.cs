using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Connectivity;

/// <summary>measure.connectivity: what of each phase hangs together, and reaches from one side of the volume to the other.</summary>
internal static class ConnectivityOperation
{
    private static readonly string[] ClassNames = ["percolating", "dead end", "isolated"];

    // For each voxel of fine phases: runs of all slices and the layer, or those of two slices in sixteen and the components.
    private const double BytesWithRuns = 5;
    private const double BytesWithoutRuns = 1.2;

    public static Operation<ConnectivityParameters> Create() => new("measure.connectivity", "Connectivity", Run)
    {
        Description = "Finds the components of each phase: their number and sizes, the share of the largest, and along each axis what share of the phase percolates (is in components "
            + "that touch both sides of the volume), touches one side alone (a dead end), or neither. The intervals come from the scatter between the eight halves of the volume.",
        Inputs = [new("in", InputKind.Labels, "The labelled volume.") { IsOnDemand = true }, MeasuredVolume.MaskInput],
    };

    private static OperationResult Run(OperationContext context, ConnectivityParameters parameters)
    {
        var layer = context.Labels("in");
        var adjacency = AdjacencyOf(parameters.Neighbours);
        var phases = PhaseChoice.List(layer.Phases, parameters.Phase);
        var labels = MeasuredVolume.Of(context, parameters.Exclude);
        try
        {
            var progress = new SliceProgress(context.Job, (parameters.Intervals ? 3 : 1) * layer.Shape.Depth, "looking for components");
            // All runs are needed only by what goes back to voxels.
            var keepsRuns = parameters.ClassLayer || parameters.Periodic;
            MemoryNeed.Check(context, layer, keepsRuns ? "Connectivity with the layer of classes, or of a volume that repeats," : "Connectivity",
                keepsRuns ? BytesWithRuns : BytesWithoutRuns, parameters, isOneArray: false);
            var components = Components.Find(labels, adjacency, progress.Step, keepsRuns, context.CancellationToken);
            var joined = parameters.Periodic ? Repeating(labels, components, adjacency) : new Dictionary<Axis, ComponentGroups>();
            var whole = parameters.Periodic ? MeasureRepeating(labels.Shape, components, phases, adjacency, joined) : Measure(components, phases);
            var blocks = parameters.Intervals ? Halves(labels, phases, adjacency, progress.Step, context.CancellationToken) : [];
            var report = new ConnectivityReport(layer.Phases, phases, layer.Spacing);
            return new OperationResult
            {
                Layers = parameters.ClassLayer ? [new LabelsLayer($"{layer.Name}, connectivity along {parameters.Axis}", Classes(labels, components, phases, parameters.Axis,
                    joined.GetValueOrDefault(parameters.Axis) ?? ComponentGroups.Apart(components)))] : [],
                Tables = [.. report.Tables(whole, components.Voxels.Sum(), blocks)],
                Plots = [report.SizePlot(whole)],
            };
        }
        finally
        {
            if (!ReferenceEquals(labels, layer.Labels))
                labels.Dispose();
        }
    }

    private static Adjacency AdjacencyOf(int neighbours) => neighbours switch
    {
        6 => Adjacency.Faces,
        18 => Adjacency.Edges,
        26 => Adjacency.Corners,
        _ => throw new UserException($"--neighbours {neighbours}: a voxel has 6, 18 or 26 neighbours; choose one of these."),
    };

    private static PhaseConnectivity[] Measure(Components components, IReadOnlyList<int> phases) =>
        [.. phases.Select(phase => new PhaseConnectivity(components, phase))];

    // What belongs together when the faces that are not across an axis meet, for each axis.
    private static Dictionary<Axis, ComponentGroups> Repeating(LabelVolume labels, Components components, Adjacency adjacency)
    {
        for (var z = 0; z < labels.Shape.Depth; z++)
        {
            if (labels.Slice(z).Contains(LabelVolume.Unlabelled))
                throw new UserException($"A volume with unlabelled voxels, as in slice {z}, does not repeat at its faces. Measure it without 'periodic', or crop it to what is labelled.");
        }
        var axes = Enum.GetValues<Axis>();
        return axes.ToDictionary(axis => axis, axis => ComponentGroups.Joined(components, labels.Shape, adjacency, [.. axes.Where(other => other != axis)]));
    }

    private static PhaseConnectivity[] MeasureRepeating(VolumeShape shape, Components components, IReadOnlyList<int> phases, Adjacency adjacency,
        Dictionary<Axis, ComponentGroups> sides)
    {
        var whole = ComponentGroups.Joined(components, shape, adjacency, Enum.GetValues<Axis>());
        return [.. phases.Select(phase => new PhaseConnectivity(components, phase, whole, axis => sides[axis]))];
    }

    private static List<(PhaseConnectivity[] Phases, long Labelled)> Halves(LabelVolume labels, IReadOnlyList<int> phases, Adjacency adjacency, Action sliceDone,
        CancellationToken cancellationToken)
    {
        var blocks = new List<(PhaseConnectivity[] Phases, long Labelled)>();
        foreach (var (z, depth) in Cut(labels.Shape.Depth))
        {
            foreach (var (y, height) in Cut(labels.Shape.Height))
            {
                foreach (var (x, width) in Cut(labels.Shape.Width))
                {
                    var components = Components.Find(new VolumeShape(depth, height, width), (slice, block) =>
                    {
                        var from = labels.Slice(z + slice);
                        for (var row = 0; row < height; row++)
                            from.Slice(((y + row) * labels.Shape.Width) + x, width).CopyTo(block.AsSpan(row * width));
                    }, adjacency, null, keepsRuns: false, cancellationToken);
                    blocks.Add((Measure(components, phases), components.Voxels.Sum()));
                }
            }
            for (var slice = 0; slice < 2 * depth; slice++)
                sliceDone();
        }
        return blocks;

        static IEnumerable<(int Start, int Length)> Cut(int length) => length < 2 ? [(0, length)] : [(0, length / 2), (length / 2, length - (length / 2))];
    }

    private static LabelVolume Classes(LabelVolume labels, Components components, IReadOnlyList<int> phases, Axis axis, ComponentGroups groups)
    {
        // A table holds 255 phases, three for each one here.
        var shown = phases.Take(PhaseTable.MaxCount / ClassNames.Length).ToArray();
        var names = shown.SelectMany(phase => ClassNames.Select(name => $"{labels.Phases[phase].Name}, {name}"));
        var result = new LabelVolume(labels.Shape, PhaseTable.Named(names), labels.Spacing);
        var touches = new BoxSides[components.Count];
        for (var i = 0; i < touches.Length; i++)
            touches[groups.Of(i)] |= components.Touches[i];
        var marks = new byte[components.Count];
        for (var i = 0; i < marks.Length; i++)
        {
            var place = Array.IndexOf(shown, (int)components.Labels[i]);
            var kind = touches[groups.Of(i)].Along(axis) switch { Reach.Percolating => 0, Reach.Isolated => 2, _ => 1 };
            marks[i] = place < 0 ? LabelVolume.Unlabelled : (byte)((place * ClassNames.Length) + kind);
        }
        labels.ForEachSlice(z =>
        {
            var slice = result.Slice(z);
            var all = new int[slice.Length];
            components.Paint(z, all);
            for (var i = 0; i < slice.Length; i++)
                slice[i] = all[i] < 0 ? LabelVolume.Unlabelled : marks[all[i]];
        });
        return result;
    }
}
