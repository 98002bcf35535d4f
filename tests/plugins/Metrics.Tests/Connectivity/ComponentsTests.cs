using VolumeViewer.Plugins.Metrics.Connectivity;
using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests.Connectivity;

public class ComponentsTests
{
    // More slices than a slab has, and rows that are no multiple of a vector.
    private static readonly VolumeShape Shape = new(37, 9, 45);

    public static TheoryData<int> Kinds => [(int)Adjacency.Faces, (int)Adjacency.Edges, (int)Adjacency.Corners];

    [Theory, MemberData(nameof(Kinds))]
    public void Find_OnRandomLabels_EqualsFillingFromEachVoxel(int kind)
    {
        var adjacency = (Adjacency)kind;
        // Few voxels of phase 1, so that there are many components of it, and large ones of phase 0.
        var random = new Random(7);
        using var labels = LabelVolumes.Filled(Shape, PhaseTable.Numbered(2), (_, _, _) => random.Next(9) switch { 0 => LabelVolumes.None, < 4 => 1, _ => 0 });

        var components = Components.Find(labels, adjacency);

        var (expected, count) = Fill(labels, adjacency);
        Assert.Equal(count, components.Count);
        var slice = new int[Shape.SliceLength];
        var voxels = new long[count];
        for (var z = 0; z < Shape.Depth; z++)
        {
            components.Paint(z, slice);
            // Both number components by their first voxels.
            Assert.Equal(expected[(z * slice.Length)..((z + 1) * slice.Length)], slice);
            foreach (var component in slice.Where(component => component >= 0))
                voxels[component]++;
        }
        Assert.Equal(voxels, components.Voxels);
    }

    // The way from one end to the other winds through all slabs.
    [Fact]
    public void Find_OfASnake_IsOneComponent()
    {
        var shape = new VolumeShape(41, 5, 7);
        using var labels = LabelVolumes.Filled(shape, PhaseTable.Numbered(2), (z, y, _) => z % 2 == 0 ? (byte)1 : y == (z % 4 == 1 ? 0 : 4) ? (byte)1 : (byte)0);

        var components = Components.Find(labels, Adjacency.Faces);

        Assert.Single(components.Labels, label => label == 1);
        Assert.Equal(20, components.Labels.Count(label => label == 0));
        var snake = components.Labels.ToList().IndexOf(1);
        Assert.Equal(BoxSides.FirstZ | BoxSides.LastZ | BoxSides.FirstY | BoxSides.LastY | BoxSides.FirstX | BoxSides.LastX, components.Touches[snake]);
    }

    [Theory]
    [InlineData(6, 3)]
    [InlineData(18, 2)]
    [InlineData(26, 1)]
    public void Find_OfVoxelsThatTouchLessAndLess_JoinsThemAsNeighboursAllow(int neighbours, int expected)
    {
        // One beside the other across an edge, the third across a corner.
        using var labels = LabelVolumes.Filled(new VolumeShape(4, 4, 4), PhaseTable.Numbered(1),
            (z, y, x) => (z, y, x) is (0, 0, 0) or (0, 1, 1) or (1, 2, 2) ? (byte)0 : LabelVolumes.None);

        var adjacency = neighbours switch { 6 => Adjacency.Faces, 18 => Adjacency.Edges, _ => Adjacency.Corners };

        Assert.Equal(expected, Components.Find(labels, adjacency).Count);
    }

    [Fact]
    public void Find_InUnlabelledVolume_IsNothing()
    {
        using var labels = LabelVolumes.Filled(Shape, PhaseTable.Numbered(1), (_, _, _) => LabelVolumes.None);
        Assert.Equal(0, Components.Find(labels, Adjacency.Corners).Count);
    }

    // Sides are those of the labelled box, so that a mask moves them.
    [Fact]
    public void Touches_OfALabelledPart_AreItsSides()
    {
        using var labels = LabelVolumes.Filled(new VolumeShape(8, 9, 10), PhaseTable.Numbered(2),
            (z, y, x) => z is < 2 or > 5 ? LabelVolumes.None : y == 3 && x == 4 ? (byte)1 : (byte)0);

        var components = Components.Find(labels, Adjacency.Faces);

        var rod = components.Labels.ToList().IndexOf(1);
        Assert.Equal(BoxSides.FirstZ | BoxSides.LastZ, components.Touches[rod]);
        Assert.Equal(Reach.Percolating, components.Touches[rod].Along(Axis.Z));
        Assert.Equal(Reach.Isolated, components.Touches[rod].Along(Axis.X));
    }

    // Counts of scipy.ndimage.label on each phase; percolating shares of TauFactor (Kench et al. 2023), notebook 01.
    [Theory]
    [InlineData(6, new[] { 2317, 121, 18132 }, new[] { 0.9989, 0.9611, 0.9740 })]
    [InlineData(18, null, new[] { 0.9995, 0.9612, 0.9915 })]
    [InlineData(26, new[] { 789, 81, 4305 }, new[] { 0.9996, 0.9612, 0.9936 })]
    public void Find_OnTheTauFactorElectrode_AgreesWithOtherCodes(int neighbours, int[]? counts, double[] percolating)
    {
        using var labels = VolumeFiles.OpenLabels(Repository.File("samples/data/taufactor-electrode/electrode.tiff"));
        var components = Components.Find(labels, neighbours switch { 6 => Adjacency.Faces, 18 => Adjacency.Edges, _ => Adjacency.Corners });
        var phases = Enumerable.Range(0, 3).Select(phase => new PhaseConnectivity(components, phase)).ToArray();
        if (counts is not null)
            Assert.Equal(counts, phases.Select(phase => phase.Sizes.Count));
        Assert.Equal(percolating, phases.Select(phase => Math.Round(phase.Of(Axis.Z, Reach.Percolating) / (double)phase.Voxels, 4)));
    }

    private static (int[] Components, int Count) Fill(LabelVolume labels, Adjacency adjacency)
    {
        var most = adjacency switch { Adjacency.Faces => 1, Adjacency.Edges => 2, _ => 3 };
        var found = new int[Shape.VoxelCount];
        Array.Fill(found, -1);
        var count = 0;
        for (var start = 0; start < found.Length; start++)
        {
            var (z, y, x) = At(start);
            if (found[start] >= 0 || labels.At(z, y, x) == LabelVolumes.None)
                continue;
            var queue = new Queue<int>([start]);
            found[start] = count;
            while (queue.TryDequeue(out var i))
            {
                var from = At(i);
                for (var step = 0; step < 27; step++)
                {
                    var (dz, dy, dx) = ((step / 9) - 1, (step / 3 % 3) - 1, (step % 3) - 1);
                    var to = (Z: from.Z + dz, Y: from.Y + dy, X: from.X + dx);
                    if (Math.Abs(dz) + Math.Abs(dy) + Math.Abs(dx) > most || to.Z < 0 || to.Y < 0 || to.X < 0
                        || to.Z >= Shape.Depth || to.Y >= Shape.Height || to.X >= Shape.Width)
                        continue;
                    var next = (((to.Z * Shape.Height) + to.Y) * Shape.Width) + to.X;
                    if (found[next] >= 0 || labels.At(to.Z, to.Y, to.X) != labels.At(from.Z, from.Y, from.X))
                        continue;
                    found[next] = count;
                    queue.Enqueue(next);
                }
            }
            count++;
        }
        return (found, count);

        static (int Z, int Y, int X) At(int i) => (i / Shape.SliceLength, i / Shape.Width % Shape.Height, i % Shape.Width);
    }
}
