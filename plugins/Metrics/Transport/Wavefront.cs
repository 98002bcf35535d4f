namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>
/// Passes over a volume in several stages, each of which needs the stage before it in the planes above and below. Stages follow each other plane by plane
/// while the planes are still in the cache; slabs of planes are shared among the cores. What is computed does not depend on the number of cores.
/// </summary>
internal static class Wavefront
{
    private const int PlanesPerSlab = 16;

    /// <summary>Runs all stages on all planes.</summary>
    /// <param name="planes">How many there are.</param>
    /// <param name="between">Called before each stage after the first reaches the planes at the slabs' borders.</param>
    /// <param name="stages">Each is given a plane.</param>
    public static void Run(int planes, Action? between, params ReadOnlySpan<Action<int>> stages)
    {
        var work = stages.ToArray();
        var slabs = (planes + PlanesPerSlab - 1) / PlanesPerSlab;
        Parallel.For(0, slabs, slab =>
        {
            var (from, to) = Slab(slab, planes);
            for (var time = from; time < to; time++)
            {
                for (var stage = 0; stage < work.Length; stage++)
                {
                    var plane = time - stage;
                    if (IsInside(plane, stage, from, to))
                        work[stage](plane);
                }
            }
        });
        for (var each = 1; each < work.Length; each++)
        {
            var stage = each;
            between?.Invoke();
            Parallel.For(0, slabs, slab =>
            {
                var (from, to) = Slab(slab, planes);
                for (var plane = from; plane < to; plane++)
                {
                    if (!IsInside(plane, stage, from, to))
                        work[stage](plane);
                }
            });
        }
    }

    private static bool IsInside(int plane, int stage, int from, int to) => plane >= from + stage && plane < to - stage;

    private static (int From, int To) Slab(int slab, int planes) => (slab * PlanesPerSlab, Math.Min(planes, (slab + 1) * PlanesPerSlab));
}
