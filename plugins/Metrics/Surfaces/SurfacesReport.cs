using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Surfaces;

/// <summary>The tables of measure.surfaces.</summary>
/// <param name="labels">What was measured.</param>
/// <param name="counts">Its neighbours.</param>
/// <param name="methods">The areas by each method.</param>
/// <param name="lines">Where three phases meet.</param>
/// <param name="outer">Where phases end with the volume, if that is a surface too.</param>
internal sealed class SurfacesReport(LabelVolume labels, NeighbourCounts counts, IReadOnlyList<SurfaceAreas> methods, TripleLines lines, OuterBoundary? outer = null)
{
    // A staircase of voxel edges is |nz| + |ny| + |nx| times as long as the line it follows, 3/2 in the mean over all directions.
    private const double StaircaseOfLines = 1.5;

    // Up to so many phases, pairs and triples that do not touch are listed too.
    private const int AllShown = 3;

    private readonly double _voxel = labels.Spacing.Z * labels.Spacing.Y * labels.Spacing.X;

    /// <summary>The neighbours along all directions, first those across faces.</summary>
    public NeighbourCounts Faces => counts;

    /// <summary>The areas by method.</summary>
    public IReadOnlyList<SurfaceAreas> Methods => methods;

    private string Unit => labels.Spacing.Unit;

    private double[] BlockVolumes => [.. counts.Labelled.ToArray().Select(voxels => voxels * _voxel)];

    /// <summary>"surfaces", "interfaces", "spread between methods" and "triple lines".</summary>
    public IEnumerable<Table> Tables()
    {
        yield return Surfaces();
        yield return Interfaces();
        yield return Spread();
        yield return TripleLinesTable();
    }

    /// <summary>How a method is called.</summary>
    public static string Name(SurfaceMethod method) => method switch
    {
        SurfaceMethod.Faces => "faces",
        SurfaceMethod.Crofton => "Crofton",
        SurfaceMethod.Gradient => "gradient",
        SurfaceMethod.MarchingCubes => "marching cubes",
        _ => "smoothed marching cubes",
    };

    private Table Surfaces()
    {
        var table = new Table("surfaces", new("phase"), new("method"), Density("specific surface"), Density("± 95 %"), new("area", Square, "G7"), Density("per volume of the phase"));
        for (var phase = 0; phase < labels.Phases.Count; phase++)
        {
            long voxels = 0;
            foreach (var block in counts.Voxels(phase))
                voxels += block;
            foreach (var (index, method) in methods.Index())
            {
                var (value, half, area) = WithOuter(Of(method.Phases[phase]), index, phase);
                table.Add(labels.Phases[phase].Name, Name(method.Method), value, half, area, voxels > 0 ? area / (voxels * _voxel) : null);
            }
        }
        return table;
    }

    private Table Interfaces()
    {
        var table = new Table("interfaces", new("phases"), new("method"), Density("interface area"), Density("± 95 %"), new("area", Square, "G7"));
        foreach (var (first, second) in Pairs())
        {
            foreach (var method in methods)
            {
                var (value, half, area) = Of(method.Pairs[PhasePairs.Index(first, second, labels.Phases.Count)]);
                table.Add(Pair(first, second), Name(method.Method), value, half, area);
            }
        }
        for (var phase = 0; phase < labels.Phases.Count && outer is not null; phase++)
        {
            foreach (var (index, method) in methods.Index())
            {
                var (value, half, area) = WithOuter((0, null, 0), index, phase);
                table.Add($"{labels.Phases[phase].Name} | {OuterBoundary.Name}", Name(method.Method), value, half, area);
            }
        }
        return table;
    }

    private Table Spread()
    {
        var table = new Table("spread between methods", new("surface"), Density("least"), new("least by"), Density("greatest"), new("greatest by"),
            new("greatest / least", Format: "0.000"));
        for (var phase = 0; phase < labels.Phases.Count; phase++)
            Add(labels.Phases[phase].Name, index => WithOuter(Of(methods[index].Phases[phase]), index, phase).Density);
        foreach (var (first, second) in Pairs())
            Add(Pair(first, second), index => Of(methods[index].Pairs[PhasePairs.Index(first, second, labels.Phases.Count)]).Density);
        for (var phase = 0; phase < labels.Phases.Count && outer is not null; phase++)
            Add($"{labels.Phases[phase].Name} | {OuterBoundary.Name}", index => WithOuter((0, null, 0), index, phase).Density);
        return table;

        void Add(string name, Func<int, double> density)
        {
            var densities = methods.Select((_, index) => density(index)).ToArray();
            var (low, high) = (densities.Min(), densities.Max());
            table.Add(name, low, Name(methods[Array.IndexOf(densities, low)].Method), high, Name(methods[Array.IndexOf(densities, high)].Method), low > 0 ? high / low : null);
        }
    }

    private Table TripleLinesTable()
    {
        var perArea = $"1/{Square}";
        var table = new Table("triple lines", new("phases"), new("line density", perArea, "G6"), new("± 95 %", perArea, "G6"), new("edges"), new("length", Unit, "G7"),
            new("line density without staircase", perArea, "G6"));
        for (var triple = 0; triple <= lines.Triples.Count; triple++)
        {
            // With three phases all lines are those of the only triple; with fewer there are none.
            if (triple == lines.Triples.Count && triple == 1)
                continue;
            long edges = 0;
            foreach (var axis in Enum.GetValues<Axis>())
            {
                foreach (var block in lines.Of(axis, triple))
                    edges += block;
            }
            if (edges == 0 && triple < lines.Triples.Count && labels.Phases.Count > AllShown)
                continue;
            var (value, half, length) = Of(lines.Length(triple, labels.Spacing));
            table.Add(triple == lines.Triples.Count ? "all" : Names(lines.Triples[triple]), value, half, edges, length, value / StaircaseOfLines);
        }
        return table;

        string Names((int First, int Second, int Third) of) => $"{Pair(of.First, of.Second)} | {labels.Phases[of.Third].Name}";
    }

    // Of many phases, only those that touch.
    private IEnumerable<(int First, int Second)> Pairs() => PhasePairs.All(labels.Phases.Count).Where(pair => labels.Phases.Count <= AllShown
        || Enumerable.Range(0, counts.Directions.Count).Any(direction => counts.Total(direction, pair.First, pair.Second) > 0));

    private string Square => Unit + "²";

    private TableColumn Density(string name) => new(name, $"1/{Unit}", "G6");

    private string Pair(int first, int second) => $"{labels.Phases[first].Name} | {labels.Phases[second].Name}";

    // The boundary of one body is no sample of a material, so that it has no interval.
    private (double Density, double? HalfWidth, double Sum) WithOuter((double Density, double? HalfWidth, double Sum) of, int method, int phase) => outer is null
        ? of
        : ((of.Sum + outer.Areas[method][phase]) / BlockVolumes.Sum(), null, of.Sum + outer.Areas[method][phase]);

    private (double Density, double? HalfWidth, double Sum) Of(double[] blocks)
    {
        var (sum, volumes) = (blocks.Sum(), BlockVolumes);
        return (sum / volumes.Sum(), BlockRows.HalfWidth(blocks, volumes), sum);
    }
}
