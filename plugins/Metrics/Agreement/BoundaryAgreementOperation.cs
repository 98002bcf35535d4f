using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics;

/// <summary>measure.boundary-agreement: how far the boundaries of phases are from those of a reference.</summary>
internal static class BoundaryAgreementOperation
{
    public static Operation<BoundaryAgreementParameters> Create() => new("measure.boundary-agreement", "Agreement of boundaries", Run)
    {
        Description = "Compares the boundaries of each phase with those of a reference: boundary F1 with a tolerance, average symmetric surface distance, Hausdorff distance and its "
            + "95 % quantile. Voxels unlabelled in either are left out, and make no boundary. A phase without a boundary in one of the two is infinitely far from the other.",
        Inputs =
        [
            new("in", InputKind.Labels, "The labels to judge.") { IsOnDemand = true },
            new("reference", InputKind.Labels, "The labels taken as true.") { IsOnDemand = true },
            MeasuredVolume.MaskInput,
        ],
    };

    private static OperationResult Run(OperationContext context, BoundaryAgreementParameters parameters)
    {
        var (layer, reference) = (context.Labels("in"), context.Labels("reference"));
        if (layer.Shape != reference.Shape)
        {
            throw new UserException($"'{layer.Name}' has {layer.Shape} voxels (z, y, x), the reference '{reference.Name}' {reference.Shape}; "
                + "they must be the same. Crop or resample one of them.");
        }
        var matched = PhaseMatch.Match(layer.Phases, reference.Phases, parameters.Match);
        // Both labellings in the phases they share, and the distances to one boundary.
        MemoryNeed.Check(context, layer, "The agreement of boundaries", 6, parameters);
        var measured = MeasuredVolume.Of(context, parameters.Exclude);
        try
        {
            using var own = new LabelVolume(layer.Shape, PhaseTable.Named(matched.Select(phase => phase.Name)), layer.Spacing);
            using var other = new LabelVolume(layer.Shape, own.Phases, layer.Spacing);
            Map(measured, reference.Labels, matched, own, other, context.CancellationToken);
            var tables = new List<Table> { Whole(own, other, parameters, context) };
            if (parameters.PerSlice)
                tables.Add(PerSlice(own, other, parameters, context));
            return new OperationResult { Tables = tables };
        }
        finally
        {
            if (!ReferenceEquals(measured, layer.Labels))
                measured.Dispose();
        }
    }

    // Both as the matched phases, and unlabelled where either is.
    private static void Map(LabelVolume labels, LabelVolume reference, IReadOnlyList<MatchedPhase> matched, LabelVolume own, LabelVolume other, CancellationToken cancellationToken)
    {
        var (ofLabel, ofReference) = (new byte[256], new byte[256]);
        Array.Fill(ofLabel, LabelVolume.Unlabelled);
        Array.Fill(ofReference, LabelVolume.Unlabelled);
        for (var phase = 0; phase < matched.Count; phase++)
        {
            if (matched[phase].Label is { } label)
                ofLabel[label] = (byte)phase;
            if (matched[phase].ReferenceLabel is { } referenceLabel)
                ofReference[referenceLabel] = (byte)phase;
        }
        long compared = 0;
        labels.ForEachSlice(z =>
        {
            var (from, fromReference, to, toReference) = (labels.SliceMemory(z), reference.SliceMemory(z), own.SliceMemory(z), other.SliceMemory(z));
            var both = 0;
            for (var i = 0; i < from.Length; i++)
            {
                var (a, b) = (ofLabel[from.Span[i]], ofReference[fromReference.Span[i]]);
                var isBoth = a != LabelVolume.Unlabelled && b != LabelVolume.Unlabelled;
                to.Span[i] = isBoth ? a : LabelVolume.Unlabelled;
                toReference.Span[i] = isBoth ? b : LabelVolume.Unlabelled;
                both += isBoth ? 1 : 0;
            }
            Interlocked.Add(ref compared, both);
        }, cancellationToken);
        if (compared == 0)
            throw new UserException("No voxel is labelled both in the labels and in the reference, so there are no boundaries to compare.");
    }

    private static Table Whole(LabelVolume own, LabelVolume other, BoundaryAgreementParameters parameters, OperationContext context)
    {
        var unit = own.Spacing.Unit;
        var table = new Table("boundaries", new("phase"), Share("boundary F1"), Share("boundary F1 ± 95 %"), Share("boundary precision"), Share("boundary recall"),
            Length("mean distance"), Length("mean distance ± 95 %"), Length("95 % Hausdorff distance"), Length("95 % Hausdorff distance ± 95 %"), Length("Hausdorff distance"),
            new("boundary voxels"), new("reference boundary voxels"));
        var tolerance = Tolerance(own.Spacing, parameters);
        for (var phase = 0; phase < own.Phases.Count; phase++)
        {
            var distances = BoundaryDistances.Measure(own, other, phase, parameters.InSlices, context.CancellationToken);
            var (whole, blocks) = (distances.Whole, distances.Blocks.ToArray());
            var mean = RatioInterval.HalfWidth([.. blocks.Select(block => block.Total)], [.. blocks.Select(block => (double)block.Count)]);
            table.Add(own.Phases[phase].Name, whole.F1(tolerance), HalfWidth(blocks.Select(block => block.F1(tolerance))), whole.Precision(tolerance), whole.Recall(tolerance),
                whole.MeanDistance, double.IsFinite(mean) ? mean : null, whole.Hausdorff95, HalfWidth(blocks.Select(block => block.Hausdorff95)), whole.Hausdorff,
                whole.ToReference.Length, whole.ToLabels.Length);
            context.Job.Report(new JobProgress((phase + 1.0) / own.Phases.Count, "comparing boundaries"));
        }
        return table;

        TableColumn Length(string name) => new(name, unit, "G5");
    }

    private static Table PerSlice(LabelVolume own, LabelVolume other, BoundaryAgreementParameters parameters, OperationContext context)
    {
        var unit = own.Spacing.Unit;
        var table = new Table("boundaries per slice", [new("slice"), .. own.Phases.SelectMany(phase => new TableColumn[]
        {
            Share($"boundary F1 {phase.Name}"), new($"mean distance {phase.Name}", unit, "G5"), new($"95 % Hausdorff distance {phase.Name}", unit, "G5"),
        })]);
        var tolerance = Tolerance(own.Spacing, parameters);
        var flat = new VolumeShape(1, own.Shape.Height, own.Shape.Width);
        using var slice = new LabelVolume(flat, own.Phases, own.Spacing);
        using var otherSlice = new LabelVolume(flat, own.Phases, own.Spacing);
        for (var z = 0; z < own.Shape.Depth; z++)
        {
            own.Slice(z).CopyTo(slice.Slice(0));
            other.Slice(z).CopyTo(otherSlice.Slice(0));
            var cells = new List<object?> { z };
            for (var phase = 0; phase < own.Phases.Count; phase++)
            {
                var whole = BoundaryDistances.Measure(slice, otherSlice, phase, true, context.CancellationToken).Whole;
                cells.AddRange([whole.F1(tolerance), whole.MeanDistance, whole.Hausdorff95]);
            }
            table.Add(cells);
            context.Job.Report(new JobProgress((z + 1.0) / own.Shape.Depth, "comparing boundaries of slices"));
        }
        return table;
    }

    private static double Tolerance(Spacing spacing, BoundaryAgreementParameters parameters) =>
        parameters.Tolerance * Math.Min(spacing.Y, parameters.InSlices ? spacing.X : Math.Min(spacing.Z, spacing.X));

    private static TableColumn Share(string name) => new(name, Format: "0.0000");

    private static double? HalfWidth(IEnumerable<double?> blocks)
    {
        var half = SampleInterval.HalfWidth(blocks.Select(value => value ?? double.NaN));
        return double.IsFinite(half) ? half : null;
    }
}
