namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>
/// Corrections from the coarse levels: unsmoothed aggregation, symmetric Gauss-Seidel, and a K-cycle, which at each level takes up to two steps of flexible
/// conjugate gradients that are preconditioned by the next (Notay, Electron. Trans. Numer. Anal. 37 (2010) 123–146).
/// </summary>
internal sealed class Multigrid
{
    private const int Coarsest = 200;
    private const double SecondStepAbove = 0.25;

    private readonly List<Level> _levels = [];
    private readonly double[,] _factors;

    /// <param name="first">The first coarse level.</param>
    /// <param name="strong">Share of a node's greatest conductance above which a neighbour may join it.</param>
    /// <param name="isSingular">Whether there are no walls, so that any constant solves the equations without gains.</param>
    public Multigrid(GraphLevel first, float strong, bool isSingular)
    {
        for (var level = first; ;)
        {
            var entry = new Level(level);
            _levels.Add(entry);
            if (level.Count <= Coarsest)
                break;
            var next = GraphGrouping.Create(level, strong, out entry.Parents, out entry.First, out entry.Children);
            if (next.Count > 0.9 * level.Count)
                break;
            level = next;
        }
        var last = _levels[^1].Graph;
        _factors = last.Count <= Coarsest ? Factor(last, isSingular ? 1e-5 : 0) : new double[0, 0];
    }

    /// <summary>Nodes of each level.</summary>
    public IEnumerable<int> Nodes => _levels.Select(level => level.Graph.Count);

    /// <summary>Solves the first level's equations roughly: its gains are given, its values found.</summary>
    public void Solve() => Solve(0);

    private void Solve(int number)
    {
        var (gain, value) = (_levels[number].Graph.Gain, _levels[number].Graph.Value);
        if (number == _levels.Count - 1)
        {
            SolveLast(gain, value);
            return;
        }
        var level = _levels[number];
        var graph = level.Graph;
        Cycle(number, gain, level.C);
        var (rho, alpha) = graph.Multiply(level.C, level.V, gain);
        if (!(rho > 0))
        {
            value.AsSpan().Clear();
            return;
        }
        var step = (float)(alpha / rho);
        var (before, after) = level.Subtract(gain, level.V, step);
        if (after <= SecondStepAbove * SecondStepAbove * before)
        {
            level.Combine(step, 0);
            return;
        }
        Cycle(number, level.R, level.D);
        var gamma = Chunks.Dot(graph.Count, level.D, level.V);
        var (beta, alpha2) = graph.Multiply(level.D, level.W, level.R);
        var rho2 = beta - (gamma * gamma / rho);
        if (!(rho2 > 0))
        {
            level.Combine(step, 0);
            return;
        }
        level.Combine((float)((alpha / rho) - (gamma * alpha2 / (rho * rho2))), (float)(alpha2 / rho2));
    }

    private void Cycle(int number, float[] gain, float[] value)
    {
        var (level, next) = (_levels[number], _levels[number + 1].Graph);
        level.Graph.SmoothFromZero(gain, value);
        level.Graph.Residual(gain, value, level.Left);
        level.Restrict(next.Gain);
        Solve(number + 1);
        level.Prolong(next.Value, value);
        level.Graph.SmoothBackwards(gain, value);
    }

    private void SolveLast(float[] gain, float[] value)
    {
        var graph = _levels[^1].Graph;
        if (_factors.Length == 0)
        {
            graph.SmoothFromZero(gain, value);
            for (var i = 0; i < 4; i++)
                graph.SmoothBackwards(gain, value);
            return;
        }
        var n = graph.Count;
        var x = new double[n];
        for (var i = 0; i < n; i++)
        {
            var sum = (double)gain[i];
            for (var j = 0; j < i; j++)
                sum -= _factors[i, j] * x[j];
            x[i] = sum / _factors[i, i];
        }
        for (var i = n - 1; i >= 0; i--)
        {
            var sum = x[i];
            for (var j = i + 1; j < n; j++)
                sum -= _factors[j, i] * x[j];
            x[i] = sum / _factors[i, i];
            value[i] = (float)x[i];
        }
    }

    // Cholesky's factor of the last level's equations.
    private static double[,] Factor(GraphLevel graph, double shift)
    {
        var n = graph.Count;
        var a = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            a[i, i] = graph.Walls[i];
            var neighbours = graph.Neighbours(i);
            var conductances = graph.Conductances(i);
            for (var k = 0; k < neighbours.Length; k++)
            {
                a[i, neighbours[k]] -= conductances[k];
                a[i, i] += conductances[k];
            }
            a[i, i] = a[i, i] > 0 ? a[i, i] * (1 + shift) : 1;
        }
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = a[i, j];
                for (var k = 0; k < j; k++)
                    sum -= a[i, k] * a[j, k];
                // Rounding may leave nothing of an entry that is small against those it is made of.
                a[i, j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12 * a[i, i])) : sum / a[j, j];
            }
        }
        return a;
    }

    private sealed class Level(GraphLevel graph)
    {
        public int[] Parents = [];
        public int[] First = [];
        public int[] Children = [];

        public GraphLevel Graph => graph;

        public float[] C { get; } = new float[graph.Count];

        public float[] V { get; } = new float[graph.Count];

        public float[] D { get; } = new float[graph.Count];

        public float[] W { get; } = new float[graph.Count];

        public float[] R { get; } = new float[graph.Count];

        // The product of the second direction is only needed after the residual of the cycle was used.
        public float[] Left => W;

        public void Restrict(float[] coarse) => Chunks.ForEach(First.Length - 1, (_, from, to) =>
        {
            for (var parent = from; parent < to; parent++)
            {
                var sum = 0f;
                for (var i = First[parent]; i < First[parent + 1]; i++)
                    sum += Left[Children[i]];
                coarse[parent] = sum;
            }
        });

        public void Prolong(float[] coarse, float[] value) => Chunks.ForEach(graph.Count, (_, from, to) =>
        {
            for (var i = from; i < to; i++)
                value[i] += coarse[Parents[i]];
        });

        // Leaves what remains of the gains in R; gives the squared norms before and after.
        public (double Before, double After) Subtract(float[] gain, float[] product, float step)
        {
            var (before, after) = (new double[Chunks.Count(graph.Count)], new double[Chunks.Count(graph.Count)]);
            Chunks.ForEach(graph.Count, (chunk, from, to) =>
            {
                var (a, b) = (0.0, 0.0);
                for (var i = from; i < to; i++)
                {
                    var left = gain[i] - (step * product[i]);
                    R[i] = left;
                    a += (double)gain[i] * gain[i];
                    b += (double)left * left;
                }
                (before[chunk], after[chunk]) = (a, b);
            });
            return (before.Sum(), after.Sum());
        }

        public void Combine(float c, float d) => Chunks.ForEach(graph.Count, (_, from, to) =>
        {
            for (var i = from; i < to; i++)
                graph.Value[i] = (c * C[i]) + (d == 0 ? 0 : d * D[i]);
        });
    }
}
