using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>The parameters of extract.phase.</summary>
internal sealed record ExtractParameters
{
    [Parameter("Phases", PhasesOf = "in", ManyPhases = true, Help = "The phases to take out, by name or value with commas between.")]
    public string Phases { get; init; } = "";

    [Parameter("Crop", Help = "Cuts the layer to the box that holds them. It then begins at the origin, whatever its place was.")]
    public bool Crop { get; init; }

    [Parameter("Border", Unit = "voxels", Min = 0, Help = "How much is left around the box.")]
    public int Border { get; init; }
}

/// <summary>extract.phase: some phases as a layer of their own.</summary>
internal static class ExtractOperation
{
    public static Operation<ExtractParameters> Create() => new("extract.phase", "Extract phases as a layer", Run)
    {
        Description = "Makes a layer of some phases; all else is unlabelled there. It can be cut to the box that holds them.",
        Inputs = [new OperationInput(EditOperation.LabelsInput, InputKind.Labels, "The labels to take them from.")],
    };

    private static OperationResult Run(OperationContext context, ExtractParameters parameters)
    {
        var layer = context.Labels(EditOperation.LabelsInput);
        var wanted = PhaseSet.Parse(parameters.Phases, layer.Phases)
            ?? throw new UserException($"--phases is missing: name some of the phases {string.Join(", ", layer.Phases.Select(phase => phase.Name))}.");
        var kept = Enumerable.Range(0, layer.Phases.Count).Where(label => wanted[label]).ToList();
        if (kept.Count == 0)
            throw new UserException("--phases names no phase: what is unlabelled cannot be a layer.");
        var newOf = new byte[LabelVolume.Unlabelled + 1];
        Array.Fill(newOf, LabelVolume.Unlabelled);
        foreach (var (place, label) in kept.Index())
            newOf[label] = (byte)place;
        var names = string.Join(", ", kept.Select(label => layer.Phases[label].Name));
        var box = parameters.Crop ? Box(layer, wanted, parameters.Border, names, context.CancellationToken) : VoxelBox.Of(layer.Shape);
        var labels = new LabelVolume(new VolumeShape(box.Depth, box.Height, box.Width), new PhaseTable(kept.Select(label => layer.Phases[label])), layer.Spacing);
        labels.ForEachSlice(z =>
        {
            for (var y = 0; y < box.Height; y++)
            {
                var from = layer.Labels.Slice(box.Z + z).Slice(((box.Y + y) * layer.Shape.Width) + box.X, box.Width);
                var to = labels.Slice(z).Slice(y * box.Width, box.Width);
                for (var x = 0; x < box.Width; x++)
                    to[x] = newOf[from[x]];
            }
        }, context.CancellationToken);
        return new OperationResult { Layers = [new LabelsLayer($"{layer.Name}, {names}", labels) { Origin = $"extract.phase of {layer.Name}, {box}" }] };
    }

    private static VoxelBox Box(LabelsLayer layer, bool[] wanted, int border, string names, CancellationToken cancellationToken)
    {
        var (shape, gate) = (layer.Shape, new Lock());
        int[] low = [int.MaxValue, int.MaxValue, int.MaxValue], high = [-1, -1, -1];
        layer.Labels.ForEachSlice(z =>
        {
            var slice = layer.Labels.Slice(z);
            for (var y = 0; y < shape.Height; y++)
            {
                var row = slice.Slice(y * shape.Width, shape.Width);
                var (first, last) = (0, shape.Width - 1);
                while (first < shape.Width && !wanted[row[first]])
                    first++;
                if (first == shape.Width)
                    continue;
                while (!wanted[row[last]])
                    last--;
                lock (gate)
                {
                    (low[0], low[1], low[2]) = (Math.Min(low[0], z), Math.Min(low[1], y), Math.Min(low[2], first));
                    (high[0], high[1], high[2]) = (Math.Max(high[0], z), Math.Max(high[1], y), Math.Max(high[2], last));
                }
            }
        }, cancellationToken);
        if (high[0] < 0)
            throw new UserException($"No voxel of '{layer.Name}' has the phase(s) {names}, so there is nothing to cut to.");
        int[] ends = [shape.Depth, shape.Height, shape.Width];
        for (var axis = 0; axis < 3; axis++)
            (low[axis], high[axis]) = (Math.Max(0, low[axis] - border), Math.Min(ends[axis] - 1, (int)Math.Min(int.MaxValue, (long)high[axis] + border)));
        return new VoxelBox(low[0], low[1], low[2], high[0] - low[0] + 1, high[1] - low[1] + 1, high[2] - low[2] + 1);
    }
}
