using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VolumeViewer.Sdk.Tests;

public sealed class LabelsOnDemandTests
{
    private static readonly VolumeShape Shape = new(24, 7, 11);

    [Theory]
    [InlineData(VoxelType.UInt8, 3)]
    [InlineData(VoxelType.UInt8, 12)]
    [InlineData(VoxelType.UInt16, 3)]
    [InlineData(VoxelType.Float32, 5)]
    public void Slice_OfASource_GivesTheLabelsThatAreInMemoryOtherwise(VoxelType type, int phases)
    {
        using var expected = LabelVolume.FromSource(new CountedSource(Shape, type, phases));
        using var labels = LabelVolume.OnDemand(new CountedSource(Shape, type, phases), memoryBytes: 0);

        Assert.True(labels.IsOnDemand);
        Assert.False(expected.IsOnDemand);
        Assert.Equal((expected.Shape, expected.Spacing, expected.VoxelType), (labels.Shape, labels.Spacing, labels.VoxelType));
        Assert.Equal(expected.Phases.Select(phase => phase.FileValue), labels.Phases.Select(phase => phase.FileValue));
        var copy = new byte[Shape.SliceLength];
        for (var z = 0; z < Shape.Depth; z++)
        {
            Assert.Equal(expected.Slice(z), labels.Slice(z));
            labels.CopySlice(z, copy);
            Assert.Equal(expected.Slice(z).ToArray(), copy);
        }
        Assert.Equal(expected.Load<float>().Slice(5), labels.Load<float>().Slice(5));
    }

    [Fact]
    public void DistinctValues_WithProgress_ReachesOne()
    {
        var told = new Shares();
        Assert.Equal([0, 10, 20], LabelVolume.DistinctValues(new CountedSource(Shape, VoxelType.UInt8, 3), told));
        Assert.Equal(Shape.Depth, told.Values.Count);
        Assert.Equal(1, told.Values.Max());
    }

    [Fact]
    public void Slice_FromManyThreads_KeepsToTheMemoryAndGivesWhatIsInTheFile()
    {
        var shape = new VolumeShape(256, 64, 64);
        using var labels = LabelVolume.OnDemand(new CountedSource(shape, VoxelType.UInt8, 4), 16L * shape.SliceLength);
        Assert.Equal(16L * shape.SliceLength, labels.MemoryBytes);

        var slices = ReadAll(labels, threads: 8, passes: 3);

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.InRange(slices.Count(slice => slice.TryGetTarget(out _)), 1, 16);
        GC.KeepAlive(labels);
    }

    [Fact]
    public void Slice_UsedAgain_IsNotReadAgain()
    {
        var source = new CountedSource(Shape, VoxelType.UInt8, 3);
        using var labels = LabelVolume.OnDemand(source, 4L * Shape.SliceLength, PhaseTable.ForFileValues([0, 10, 20]));
        // One that is used between the others stays, whatever comes by.
        for (var z = 0; z < Shape.Depth; z++)
        {
            labels.Slice(z);
            labels.Slice(0);
        }
        Assert.Equal(1, source.Reads[0]);
        Assert.All(source.Reads, reads => Assert.Equal(1, reads));

        // A pass of copies pushes nothing out.
        var copy = new byte[Shape.SliceLength];
        for (var z = 0; z < Shape.Depth; z++)
            labels.CopySlice(z, copy);
        labels.Slice(0);
        Assert.Equal(1, source.Reads[0]);
    }

    [Fact]
    public void Edit_OfALayer_StaysWhateverIsReadAndCanBeUndone()
    {
        var viewer = new Viewer();
        using var expected = LabelVolume.FromSource(new CountedSource(Shape, VoxelType.UInt8, 3));
        var layer = new LabelsLayer("labels", LabelVolume.OnDemand(new CountedSource(Shape, VoxelType.UInt8, 3), memoryBytes: 0));
        viewer.Layers.Add(layer);
        using var history = new UndoHistory(viewer);
        var box = new VoxelBox(3, 2, 1, 9, 4, 6);

        Assert.True(layer.Edit(box, (z, _, row) =>
        {
            if (z != 5)
                row.Fill(2);
        }));
        Assert.Equal((2 + 8) * Shape.SliceLength, layer.MemoryBytes);
        AssertLabels(layer.Labels, (z, y, x) => Holds(box, z, y, x) && z != 5 ? (byte)2 : expected.Slice(z)[(y * Shape.Width) + x]);
        AssertLabels(layer.Labels, (z, y, x) => Holds(box, z, y, x) && z != 5 ? (byte)2 : expected.Slice(z)[(y * Shape.Width) + x]);
        history.Undo();
        AssertLabels(layer.Labels, (z, y, x) => expected.Slice(z)[(y * Shape.Width) + x]);
        history.Redo();
        AssertLabels(layer.Labels, (z, y, x) => Holds(box, z, y, x) && z != 5 ? (byte)2 : expected.Slice(z)[(y * Shape.Width) + x]);

        var saved = layer.Labels.Load<byte>();
        Assert.Equal(20, saved[3, 2, 1]);
        // Another spacing and another table share the slices.
        layer.Spacing = new Spacing(2, 2, 2);
        Assert.Equal(2, layer.Labels.Slice(3)[(2 * Shape.Width) + 1]);
        Assert.True(layer.Labels.IsOnDemand);
    }

    // What the file may hold is known, and of what was painted on the labels are in memory.
    [Fact]
    public void Phases_WithoutOneThatWasAdded_AreSetWithoutReadingTheFile()
    {
        var source = new CountedSource(Shape, VoxelType.UInt8, 3);
        using var layer = new LabelsLayer("labels", LabelVolume.OnDemand(source, memoryBytes: 0, PhaseTable.ForFileValues([0, 10, 20])));
        var (three, four) = (layer.Phases, PhaseTable.ForFileValues([0, 10, 20, 30]));
        layer.Phases = four;
        layer.Fill(new VoxelBox(5, 1, 1, 2, 2, 2), 3);
        Array.Clear(source.Reads);
        Assert.Contains("phase 4", Assert.Throws<ArgumentException>(() => layer.Phases = three).Message, StringComparison.Ordinal);
        layer.Fill(new VoxelBox(5, 1, 1, 2, 2, 2), 2);
        layer.Phases = three;
        Assert.All(source.Reads, reads => Assert.Equal(0, reads));
        // Fewer than in the file: it has to be read once, and each slice of it no more than that.
        Assert.Contains("phase 3", Assert.Throws<ArgumentException>(() => layer.Phases = PhaseTable.ForFileValues([0, 10])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => layer.Phases = PhaseTable.ForFileValues([0]));
        Assert.All(source.Reads, reads => Assert.InRange(reads, 0, 1));
    }

    [Fact]
    public void Edit_WithABadLabel_LeavesAllAsItWas()
    {
        using var expected = LabelVolume.FromSource(new CountedSource(Shape, VoxelType.UInt8, 3));
        using var layer = new LabelsLayer("labels", LabelVolume.OnDemand(new CountedSource(Shape, VoxelType.UInt8, 3), memoryBytes: 0));
        Assert.Throws<ArgumentException>(() => layer.Edit(VoxelBox.Of(Shape), (z, _, row) => row.Fill(z == 4 ? (byte)7 : (byte)1)));
        AssertLabels(layer.Labels, (z, y, x) => expected.Slice(z)[(y * Shape.Width) + x]);
    }

    [Fact]
    public void Slice_WithAValueOfNoPhase_NamesValueAndSlice()
    {
        using var labels = LabelVolume.OnDemand(new CountedSource(Shape, VoxelType.UInt8, 3), 0, PhaseTable.ForFileValues([0, 10]));
        var fault = Assert.Throws<UserException>(() => Enumerable.Range(0, Shape.Depth).Sum(z => labels.Slice(z)[0]));
        Assert.Contains("value 20 in slice ", fault.Message, StringComparison.Ordinal);
        Assert.Contains("0, 10", fault.Message, StringComparison.Ordinal);
        Assert.Throws<UserException>(() => LabelVolume.OnDemand(new CountedSource(new VolumeShape(1, 20, 20), VoxelType.UInt16, 300), 0));
    }

    [Theory]
    [InlineData(new long[] { 0, 1 }, VoxelType.UInt8)]
    [InlineData(new long[] { 0, 1, 255 }, VoxelType.UInt8)]
    [InlineData(new long[] { 0, 300 }, VoxelType.UInt16)]
    [InlineData(new long[] { 0, 70000 }, VoxelType.UInt32)]
    public void Unlabelled_WrittenAndReadOnDemand_IsUnlabelledAgain(long[] values, VoxelType type)
    {
        using var labels = new LabelVolume(new VolumeShape(1, 8, 32), PhaseTable.ForFileValues(values));
        labels.Slice(0)[3..90].Fill(LabelVolume.Unlabelled);
        labels.Slice(0)[90..].Fill(1);
        Assert.Equal(type, labels.VoxelType);
        using IVolumeSource file = type switch
        {
            VoxelType.UInt8 => labels.Load<byte>(),
            VoxelType.UInt16 => labels.Load<ushort>(),
            _ => labels.Load<uint>(),
        };
        using var read = LabelVolume.OnDemand(file, 0, labels.Phases);
        Assert.Equal(labels.Slice(0), read.Slice(0));
    }

    [Fact]
    public void OnDemand_OfAReader_GivesItsLabelsAndItsErrors()
    {
        var owned = new Owned();
        var labels = LabelVolume.OnDemand(Shape, PhaseTable.Numbered(3), new Spacing(1, 2, 3), (z, slice) =>
        {
            if (z == 9)
                throw new VolumeReadException("labels", "slice 9 is damaged");
            slice.Fill((byte)(z % 3));
        }, memoryBytes: 100, owned);
        Assert.Equal(new Spacing(1, 2, 3), labels.Spacing);
        Assert.All(labels.Slice(7).ToArray(), label => Assert.Equal(1, label));
        Assert.Throws<VolumeReadException>(() => labels.Slice(9).Length);
        using (var layer = new LabelsLayer("labels", labels))
        {
            Assert.Throws<VolumeReadException>(() => layer.Fill(new VoxelBox(8, 0, 0, 3, 2, 2), 2));
            Assert.Equal(2, labels.Slice(8)[0]);
            Assert.Equal(1, labels.Slice(10)[0]);
        }
        Assert.Equal(1, owned.Disposals);
        Assert.Equal(0, labels.MemoryBytes);
        Assert.Throws<ObjectDisposedException>(() => labels.Slice(0).Length);
        labels.Dispose();
        Assert.Equal(1, owned.Disposals);
        Assert.Throws<ArgumentOutOfRangeException>(() => LabelVolume.OnDemand(Shape, PhaseTable.Numbered(3), Spacing.Uncalibrated, (_, _) => { }, -1));
    }

    [Fact]
    public void MemoryBudget_OfNoBound_IsPartOfWhatThereIs()
    {
        Assert.Equal(3L << 29, MemoryBudget.Bytes(1.5));
        Assert.InRange(MemoryBudget.Bytes(0), 1L << 26, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes - 1);
    }

    // In a method of its own, so that no slice stays on the stack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference<byte[]>> ReadAll(LabelVolume labels, int threads, int passes)
    {
        var slices = new List<WeakReference<byte[]>>();
        var (wrong, depth) = (0, labels.Shape.Depth);
        Parallel.For(0, threads, thread =>
        {
            for (var step = 0; step < depth * passes; step++)
            {
                var z = ((step * (thread + 1)) + (thread * 31)) % depth;
                var memory = labels.SliceMemory(z);
                for (var i = 0; i < memory.Length; i++)
                {
                    if (memory.Span[i] != CountedSource.LabelAt(z, i, 4))
                        Interlocked.Increment(ref wrong);
                }
                Assert.True(MemoryMarshal.TryGetArray<byte>(memory, out var array));
                lock (slices)
                    slices.Add(new WeakReference<byte[]>(array.Array!));
            }
        });
        Assert.Equal(0, wrong);
        return [.. slices.GroupBy(slice => slice.TryGetTarget(out var target) ? RuntimeHelpers.GetHashCode(target) : 0).Select(same => same.First())];
    }

    private static bool Holds(VoxelBox box, int z, int y, int x) =>
        z >= box.Z && z <= box.LastZ && y >= box.Y && y < box.Y + box.Height && x >= box.X && x < box.X + box.Width;

    private static void AssertLabels(LabelVolume labels, Func<int, int, int, byte> expected)
    {
        for (var z = 0; z < labels.Shape.Depth; z++)
        {
            var slice = labels.Slice(z);
            for (var i = 0; i < slice.Length; i++)
                Assert.Equal(expected(z, i / labels.Shape.Width, i % labels.Shape.Width), slice[i]);
        }
    }

    private sealed class Shares : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value)
        {
            lock (Values)
                Values.Add(value);
        }
    }

    private sealed class Owned : IDisposable
    {
        public int Disposals { get; private set; }

        public void Dispose() => Disposals++;
    }
}
