using System.Diagnostics;
using System.Runtime.CompilerServices;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>
/// Solves steady diffusion (or conduction) through labelled voxels: finite volumes with one unknown a voxel, faces that conduct by the harmonic mean of
/// their voxels, and walls half a voxel outside (Cooper et al., SoftwareX 5 (2016) 203–210). Conjugate gradients with a multigrid that follows the pores;
/// the cost grows with the number of voxels. 27 bytes a voxel for one conducting phase, 38 for several, and about 120 for each of the coarse nodes, which are
/// a sixth of the conducting voxels as a rule. Results have the same bits on any number of cores.
/// </summary>
internal static class TortuositySolver
{
    private const int MaxRestarts = 4;

    /// <summary>Solves for one phase, or several that conduct as one.</summary>
    /// <param name="volume">Labelled voxels; unlabelled ones are not measured.</param>
    /// <param name="phases">Labels that conduct.</param>
    /// <param name="axis">Direction of the flux.</param>
    /// <param name="options">Boundary and tolerance.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    public static TransportSolution Solve(LabelVolume volume, IReadOnlyList<int> phases, Axis axis, TransportOptions? options = null, CancellationToken cancellationToken = default)
    {
        var conductivities = new double[byte.MaxValue + 1];
        foreach (var phase in phases)
            conductivities[phase] = 1;
        return Solve(OrientedLabels.Of(volume, axis, cancellationToken), conductivities, options ?? new TransportOptions(), false, null, cancellationToken);
    }

    /// <summary>Solves for phases of given conductivities.</summary>
    /// <param name="labels">Turned so that the flux goes along the first axis.</param>
    /// <param name="conductivities">By label, for all 256; 0 where nothing flows.</param>
    /// <param name="options">Boundary and tolerance.</param>
    /// <param name="withFields">Whether the solution keeps what belongs to each voxel.</param>
    /// <param name="report">Is told after each step how far the solution is, from 0 to 1, and the difference between planes.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    public static TransportSolution Solve(OrientedLabels labels, double[] conductivities, TransportOptions options, bool withFields, Action<double, double>? report,
        CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var counts = Count(labels.Labels);
        var (measured, conducting, sum) = (0L, 0L, 0.0);
        for (var label = 0; label < counts.Length; label++)
        {
            measured += label == LabelVolume.Unlabelled ? 0 : counts[label];
            conducting += conductivities[label] > 0 ? counts[label] : 0;
            sum += conductivities[label] * counts[label];
        }
        var (isPeriodic, hasPeriodicSides) = (options.Boundary == TransportBoundary.Periodic, options.Boundary != TransportBoundary.Walls);
        var grid = new TransportGrid(labels.Depth, labels.Height, labels.Width, isPeriodic, hasPeriodicSides);
        var greatest = conductivities.Max();
        var mask = LargeArrays.Create<byte>(labels.Labels.Length);
        var conducts = Array.ConvertAll(conductivities, conductivity => conductivity > 0 ? (byte)1 : (byte)0);
        Chunks.ForEach(mask.Length, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (_, from, to) =>
        {
            for (var i = from; i < to; i++)
                mask[i] = conducts[labels.Labels[i]];
        });
        var through = ThroughPaths.Keep(grid, mask, cancellationToken);
        var solution = new TransportSolution
        {
            MeanConductivity = measured > 0 ? sum / measured : 0,
            Fraction = measured > 0 ? conducting / (double)measured : 0,
            ThroughShare = conducting > 0 ? through / (double)conducting : 0,
            Duration = watch.Elapsed,
        };
        if (through == 0)
            return solution;
        var (y, x) = ((float)(labels.Step * labels.Step / (labels.StepY * labels.StepY)), (float)(labels.Step * labels.Step / (labels.StepX * labels.StepX)));
        // From conductance times drop to flux over the mean measured cross-section.
        var scale = greatest * labels.Depth * labels.Depth / measured;
        var job = new SolverRun(options, solution, scale, withFields, report, watch, cancellationToken);
        if (conductivities.All(conductivity => conductivity <= 0 || conductivity == greatest))
            return Solve(grid, new PhaseStencil(grid, mask, y, x), job);
        for (var i = 0; i < mask.Length; i++)
            mask[i] = mask[i] != 0 ? labels.Labels[i] : LabelVolume.Unlabelled;
        var relative = Array.ConvertAll(conductivities, conductivity => (float)(conductivity / greatest));
        relative[LabelVolume.Unlabelled] = 0;
        return Solve(grid, new FaceStencil(grid, mask, relative, y, x), job);
    }

    private static TransportSolution Solve<TStencil>(TransportGrid grid, TStencil stencil, SolverRun run) where TStencil : struct, IStencil
    {
        var grouping = new VoxelGrouping<TStencil>(grid, stencil, run.Options.Strong);
        var coarse = grouping.Create();
        run.CancellationToken.ThrowIfCancellationRequested();
        var multigrid = new Multigrid(coarse, run.Options.Strong, grid.PeriodicDepth);
        run.CancellationToken.ThrowIfCancellationRequested();
        var level = new FineLevel<TStencil>(grid, stencil) { Nodes = grouping.Nodes };
        var start = Math.Sqrt(level.Start());
        var (fluxes, energy) = PlaneFluxes.Of(grid, stencil, level.Solution);
        // A straight drop has equal fluxes wherever as many faces lead on in each plane, so that equal fluxes alone do not tell a solution.
        var (spread, change, residual, iterations) = (PlaneFluxes.Spread(fluxes), start > 0 ? 1.0 : 0.0, start, 0);
        for (var restart = 0; restart <= MaxRestarts && !run.IsSolved(spread, change) && iterations < run.Options.MaxIterations; restart++)
        {
            double? curvature = null;
            // Rounding adds to the difference between planes as it is computed in the end.
            for (var estimate = double.PositiveInfinity; !run.IsSolved(1.25 * estimate, change) && iterations < run.Options.MaxIterations; iterations++)
            {
                run.CancellationToken.ThrowIfCancellationRequested();
                level.SmoothAndRestrict(coarse.Gain);
                multigrid.Solve();
                var (withResidual, withProduct) = level.CorrectAndSmooth(coarse.Value);
                curvature = level.Multiply(curvature is { } before ? -withProduct / before : 0);
                // What is left is rounding.
                if (!(curvature > 0) || !(withResidual > 0))
                {
                    change = 0;
                    break;
                }
                residual = Math.Sqrt(level.Step(withResidual / curvature.Value));
                var less = withResidual / curvature.Value * withResidual;
                energy -= less;
                change = less / energy;
                estimate = PlaneFluxes.Spread(level.PlaneGains, energy);
                run.Report(estimate);
            }
            (fluxes, energy) = PlaneFluxes.Of(grid, stencil, level.Solution);
            spread = PlaneFluxes.Spread(fluxes);
            if (!run.IsSolved(spread, change))
                level.Restart();
        }
        return run.Finish(grid, stencil, level.Solution, fluxes, energy, iterations, start > 0 ? residual / start : 0, spread, change);
    }

    private static long[] Count(byte[] labels)
    {
        var parts = new long[64][];
        Parallel.For(0, parts.Length, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (part) =>
        {
            var counts = new long[byte.MaxValue + 1];
            var (from, to) = ((int)((long)labels.Length * part / parts.Length), (int)((long)labels.Length * (part + 1) / parts.Length));
            foreach (var label in labels.AsSpan(from, to - from))
                counts[label]++;
            parts[part] = counts;
        });
        var all = new long[byte.MaxValue + 1];
        foreach (var part in parts)
        {
            for (var label = 0; label < all.Length; label++)
                all[label] += part[label];
        }
        return all;
    }
}
