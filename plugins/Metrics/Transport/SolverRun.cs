using System.Diagnostics;

namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>What a solution needs beside the equations: when to stop, whom to tell, and how to turn their result into the volume's.</summary>
internal sealed record SolverRun(TransportOptions Options, TransportSolution Outline, double Scale, bool WithFields, Action<double, double>? Reported, Stopwatch Watch,
    CancellationToken CancellationToken)
{
    /// <summary>Tells how far the solution is: the difference between planes falls by a steady factor.</summary>
    public void Report(double spread) =>
        Reported?.Invoke(Math.Clamp(Math.Log(Math.Max(spread, Options.Tolerance)) / Math.Log(Math.Min(Options.Tolerance, 0.5)), 0, 1), spread);

    /// <summary>Whether a solution is good enough: planes agree, and the last step changed the total flux by this share at most.</summary>
    public bool IsSolved(double spread, double change) => spread <= Options.Tolerance && change <= 0.1 * Options.Tolerance;

    /// <summary>The solution of the volume.</summary>
    public TransportSolution Finish<TStencil>(TransportGrid grid, TStencil stencil, float[] solution, double[] fluxes, double energy, int iterations, double residual,
        double spread, double change) where TStencil : struct, IStencil => new()
        {
            MeanConductivity = Outline.MeanConductivity,
            Fraction = Outline.Fraction,
            ThroughShare = Outline.ThroughShare,
            // By Dirichlet's principle the error of the energy is the square of the field's.
            Effective = energy * Scale,
            Converged = IsSolved(spread, change),
            Iterations = iterations,
            Residual = residual,
            Spread = spread,
            PlaneFlux = [.. fluxes.Select(flux => flux * Scale)],
            Fields = WithFields ? new TransportFields<TStencil>(grid, solution, stencil) : null,
            Duration = Watch.Elapsed,
        };
}
