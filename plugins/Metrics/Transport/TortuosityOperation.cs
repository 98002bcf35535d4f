using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>measure.tortuosity: how much harder transport through a phase is than straight through as much of it.</summary>
internal static class TortuosityOperation
{
    public static Operation<TortuosityParameters> Create() => new("measure.tortuosity", "Tortuosity", Run)
    {
        Description = "Solves steady diffusion or conduction from one end of the volume to the other, and gives the tortuosity factor τ = ε·D_0/D_eff, the effective "
            + "diffusivity, and where the flux goes. For one phase, several as one, or phases of given conductivities.",
        Inputs = [new("in", InputKind.Labels, "The labelled volume.") { IsOnDemand = true }, MeasuredVolume.MaskInput],
        ShapeOf = "in",
    };

    // The labels turned to the axis, the solver with its coarse levels, and two layers of one case after the other.
    private static double BytesPerVoxel(IReadOnlyList<TransportCase> cases, TortuosityParameters parameters)
    {
        var isGraded = cases.Any(each => each.Conductivities.Where(conductivity => conductivity > 0).Distinct().Count() > 1);
        var layers = parameters.Layers == TransportLayerChoice.None ? 0 : 8 * cases.Count * (parameters.Axis == TransportAxis.All ? 3 : 1);
        return 1 + (isGraded ? 46 : 35) + layers;
    }

    private static OperationResult Run(OperationContext context, TortuosityParameters parameters)
    {
        var layer = context.Labels("in");
        var cases = TransportCase.Of(layer.Phases, parameters);
        MemoryNeed.Check(context, layer, "Transport", BytesPerVoxel(cases, parameters), parameters);
        var measured = MeasuredVolume.Of(context, parameters.Exclude);
        var layers = new List<Layer>();
        try
        {
            var axes = parameters.Axis == TransportAxis.All ? Enum.GetValues<Axis>() : [(Axis)(int)parameters.Axis];
            var options = new TransportOptions { Boundary = parameters.Boundary, Tolerance = parameters.Tolerance };
            var report = new TransportReport(parameters.Conductivities.Count > 0);
            var progress = new TransportProgress(context.Job, axes.Length * cases.Count, parameters.Interval);
            foreach (var axis in axes)
            {
                var labels = OrientedLabels.Of(measured, axis, context.CancellationToken);
                foreach (var each in cases)
                {
                    progress.Begin(each.Name, axis);
                    var solution = TortuositySolver.Solve(labels, each.Conductivities, options, true, progress.Solving, context.CancellationToken);
                    progress.Solved(solution);
                    var interval = parameters.Interval ? TransportInterval.Of(labels, each.Conductivities, options, progress.Parts, context.CancellationToken) : null;
                    report.Add(each.Name, labels, solution, interval);
                    if (solution.Fields is { } fields)
                    {
                        layers.AddRange(TransportLayers.Of($"{each.Name} along {axis.ToString().ToLowerInvariant()}", labels, fields, each.Conductivities.Max(),
                            parameters.Layers, context.CancellationToken));
                    }
                    progress.End();
                }
            }
            return new OperationResult { Layers = layers, Tables = report.Tables(), Plots = report.Plots() };
        }
        catch
        {
            foreach (var made in layers)
                made.Dispose();
            throw;
        }
        finally
        {
            if (measured != layer.Labels)
                measured.Dispose();
        }
    }
}
