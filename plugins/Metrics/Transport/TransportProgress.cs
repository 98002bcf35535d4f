using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>Progress over several solutions, with a line in the log for each.</summary>
internal sealed class TransportProgress(IJobContext job, int solutions, bool withParts)
{
    private readonly double _ofSolution = withParts ? 0.5 : 1;
    private int _done;
    private string _name = "";

    public void Begin(string phase, Axis axis)
    {
        _name = $"{phase} along {axis.ToString().ToLowerInvariant()}";
        Report(0, $"{_name}: finding what connects");
    }

    public void Solving(double fraction, double spread) => Report(fraction * _ofSolution, $"{_name}: fluxes differ by {spread:0.0E+0}");

    public void Solved(TransportSolution solution)
    {
        job.Log(solution.Percolates
            ? $"{_name}: τ = {solution.Tortuosity:0.00000} after {solution.Iterations} iterations, {solution.Duration.TotalSeconds:0.0} s"
            : $"{_name}: no way leads through, τ = ∞");
        Report(_ofSolution, _name);
    }

    public void Parts(double fraction) => Report(_ofSolution + (fraction * (1 - _ofSolution)), $"{_name}: the interval, by eight parts");

    public void End()
    {
        _done++;
        Report(0, _name);
    }

    private void Report(double fraction, string status) => job.Report(new JobProgress((_done + fraction) / solutions, status));
}
