using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Connectivity;

/// <summary>The tables and the plot of measure.connectivity.</summary>
/// <param name="table">The phases of the volume.</param>
/// <param name="phases">Those to report.</param>
/// <param name="spacing">Of the voxels.</param>
internal sealed class ConnectivityReport(PhaseTable table, IReadOnlyList<int> phases, Spacing spacing)
{
    private readonly double _voxel = spacing.Z * spacing.Y * spacing.X;

    /// <summary>"components", "percolation" and "component sizes".</summary>
    /// <param name="whole">By phase reported, of the whole volume.</param>
    /// <param name="labelled">Labelled voxels of the whole volume.</param>
    /// <param name="blocks">The same of each of its parts; none for no intervals.</param>
    public IEnumerable<Table> Tables(PhaseConnectivity[] whole, long labelled, IReadOnlyList<(PhaseConnectivity[] Phases, long Labelled)> blocks)
    {
        yield return ComponentsTable(whole, labelled, blocks);
        yield return Percolation(whole, blocks);
        yield return Sizes(whole);
    }

    /// <summary>Which share of the components of each phase has at most so many voxels.</summary>
    public Plot SizePlot(PhaseConnectivity[] whole)
    {
        var series = new List<PlotSeries>();
        for (var i = 0; i < phases.Count; i++)
        {
            var steps = whole[i].Sizes.Index().GroupBy(pair => pair.Item).Select(group => (Size: group.Key, Count: group.Last().Index + 1)).ToArray();
            series.Add(new PlotSeries(table[phases[i]].Name, [.. steps.Select(step => Math.Log10(step.Size * _voxel))],
                [.. steps.Select(step => step.Count / (double)whole[i].Sizes.Count)]));
        }
        return new Plot("Component sizes", $"log₁₀ of the volume [{spacing.Unit}³]", "share of the components", series);
    }

    private Table ComponentsTable(PhaseConnectivity[] whole, long labelled, IReadOnlyList<(PhaseConnectivity[] Phases, long Labelled)> blocks)
    {
        var perVolume = $"1/{spacing.Unit}³";
        var result = new Table("components", new("phase"), new("components"), new("components per volume", perVolume, "G6"), new("± 95 %", perVolume, "G6"),
            Share("largest share"), Share("largest share ± 95 %"), Share("enclosed share"), Share("enclosed share ± 95 %"));
        for (var i = 0; i < phases.Count; i++)
        {
            var of = whole[i];
            var at = i;
            double?[] interval =
            [
                HalfWidth(blocks, block => block.Phases[at].Sizes.Count, block => block.Labelled * _voxel),
                HalfWidth(blocks, block => block.Phases[at].Largest, block => block.Phases[at].Voxels),
                HalfWidth(blocks, block => block.Phases[at].Enclosed, block => block.Phases[at].Voxels),
            ];
            result.Add(table[phases[i]].Name, of.Sizes.Count, labelled > 0 ? of.Sizes.Count / (labelled * _voxel) : null, interval[0],
                Of(of.Largest, of.Voxels), interval[1], Of(of.Enclosed, of.Voxels), interval[2]);
        }
        return result;
    }

    private Table Percolation(PhaseConnectivity[] whole, IReadOnlyList<(PhaseConnectivity[] Phases, long Labelled)> blocks)
    {
        var result = new Table("percolation",
            [new("phase"), new("axis"), .. new[] { "percolating", "first side only", "last side only", "isolated" }.SelectMany(name => new[] { Share(name), Share($"{name} ± 95 %") })]);
        for (var i = 0; i < phases.Count; i++)
        {
            foreach (var axis in Enum.GetValues<Axis>())
            {
                var cells = new List<object?> { table[phases[i]].Name, axis.ToString().ToLowerInvariant() };
                foreach (var reach in Enum.GetValues<Reach>())
                {
                    var at = i;
                    cells.Add(Of(whole[i].Of(axis, reach), whole[i].Voxels));
                    cells.Add(HalfWidth(blocks, block => block.Phases[at].Of(axis, reach), block => block.Phases[at].Voxels));
                }
                result.Add(cells);
            }
        }
        return result;
    }

    // Sizes double from row to row.
    private Table Sizes(PhaseConnectivity[] whole)
    {
        var result = new Table("component sizes", [new("from", $"{spacing.Unit}³", "G6"), new("below", $"{spacing.Unit}³", "G6"),
            .. phases.SelectMany(phase => new TableColumn[] { new(table[phase].Name), new($"{table[phase].Name} ± 95 %", Format: "0.#"), Share($"{table[phase].Name}, share of its volume") })]);
        var most = whole.Max(phase => phase.Largest);
        for (long from = 1; from <= most; from *= 2)
        {
            var cells = new List<object?> { from * _voxel, 2 * from * _voxel };
            foreach (var phase in whole)
            {
                var inside = phase.Sizes.Where(size => size >= from && size < 2 * from).ToArray();
                cells.Add(inside.Length);
                cells.Add(CountInterval.HalfWidth(inside.Length));
                cells.Add(Of(inside.Sum(), phase.Voxels));
            }
            result.Add(cells);
        }
        return result;
    }

    private static TableColumn Share(string name) => new(name, Format: "0.000000");

    private static double? Of(long part, long whole) => whole > 0 ? part / (double)whole : null;

    private static double? HalfWidth(IReadOnlyList<(PhaseConnectivity[] Phases, long Labelled)> blocks,
        Func<(PhaseConnectivity[] Phases, long Labelled), double> value, Func<(PhaseConnectivity[] Phases, long Labelled), double> weight) =>
        blocks.Count > 0 ? BlockRows.HalfWidth([.. blocks.Select(value)], [.. blocks.Select(weight)]) : null;
}
