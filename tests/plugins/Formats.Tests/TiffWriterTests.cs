using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats.Tests;

public sealed class TiffWriterTests : TestFolder
{
    public static TheoryData<VoxelType, bool> Types
    {
        get
        {
            var data = new TheoryData<VoxelType, bool>();
            foreach (var type in Enum.GetValues<VoxelType>())
            {
                data.Add(type, false);
                data.Add(type, true);
            }
            return data;
        }
    }

    [Theory, MemberData(nameof(Types))]
    public void Write_EveryType_ComesBackWithItsSpacing(VoxelType type, bool bigTiff)
    {
        var spacing = new Spacing(0.5, 0.39, 0.0184);
        using var volume = Voxels.Make(type, Voxels.Shape, spacing);
        new TiffWriter { BigTiff = bigTiff }.Write(volume, At("volume.tif"));

        using var source = new TiffReader().Open(At("volume.tif"));

        Assert.Equal(bigTiff ? 43 : 42, File.ReadAllBytes(At("volume.tif"))[2]);
        Assert.Equal(type, source.VoxelType);
        Assert.Equal(Voxels.Shape, source.Shape);
        Assert.Equal(spacing, source.Spacing);
        Assert.Null(source.Phases);
        Assert.Equal(Voxels.Read(volume), Voxels.Read(source));
        Assert.Equal([At("volume.tif")], Directory.GetFileSystemEntries(Folder));
    }

    [Theory]
    [InlineData(1, 1, 1, false)]
    [InlineData(1, 1, 1, true)]
    [InlineData(2, 1, 0.5, false)]
    [InlineData(1.0 / 3, 1.0 / 7, 0.390625, true)]
    [InlineData(1234.5678, 9e-5, 31415.9265, true)]
    public void Write_Spacing_ComesBackAsItWas(double z, double y, double x, bool isCalibrated)
    {
        var spacing = new Spacing(z, y, x, isCalibrated);
        using var volume = Voxels.Make(VoxelType.UInt8, Voxels.Shape, spacing);
        new TiffWriter().Write(volume, At("volume.tif"));
        using var source = new TiffReader().Open(At("volume.tif"));
        Assert.Equal(spacing.IsCalibrated, source.Spacing.IsCalibrated);
        Assert.Equal(z, source.Spacing.Z);
        Assert.Equal(y, source.Spacing.Y, 1e-12 * y);
        Assert.Equal(x, source.Spacing.X, 1e-12 * x);
    }

    [Fact]
    public void Write_Labels_BringsBackPhases()
    {
        var phases = new PhaseTable([
            new("Pore ø", Rgba.Parse("#010203"), 0),
            new("NMC = \"active\"\n", Rgba.Parse("#a0b0c0d0"), 128, Visible: false),
            new("CBD", default, 65000),
        ]);
        using var labels = new LabelVolume(Voxels.Shape, phases);
        for (var z = 0; z < 4; z++)
        {
            for (var i = 0; i < 30; i++)
                labels.Slice(z)[i] = i == 29 ? LabelVolume.Unlabelled : (byte)((z + i) % 3);
        }
        new TiffWriter().Write(labels, At("labels.tif"));

        using var source = new TiffReader().Open(At("labels.tif"));
        using var back = LabelVolume.FromSource(source);

        Assert.Equal(phases, source.Phases);
        Assert.Equal(Spacing.Uncalibrated, source.Spacing);
        for (var z = 0; z < 4; z++)
            Assert.Equal(labels.Slice(z).ToArray(), back.Slice(z).ToArray());
    }

    [Fact]
    public void Write_SlicesOfSeveralMegabytes_ComeBack()
    {
        // More than a strip a slice, and noise, which grows when it is packed.
        using var volume = new Volume<ushort>(new VolumeShape(5, 900, 1100));
        var random = new Random(3);
        for (var z = 0; z < 5; z++)
        {
            foreach (ref var voxel in volume.Slice(z))
                voxel = (ushort)random.Next(65536);
        }
        new TiffWriter().Write(volume, At("noise.tif"));
        using var source = new TiffReader().Open(At("noise.tif"));
        var slice = new byte[900 * 1100 * 2];
        for (var z = 0; z < 5; z++)
        {
            source.ReadSlice(z, slice);
            Assert.True(System.Runtime.InteropServices.MemoryMarshal.AsBytes(volume.Slice(z)).SequenceEqual(slice));
        }
    }

    [Fact]
    public void Write_OverItsOwnSource_IsDone()
    {
        // Only where open files can be replaced; elsewhere the message says that the file is open.
        if (OperatingSystem.IsWindows())
            return;
        using var volume = Voxels.Make(VoxelType.Int16, Voxels.Shape);
        new TiffWriter().Write(volume, At("volume.tif"));
        using var source = new TiffReader().Open(At("volume.tif"));
        new TiffWriter().Write(source, At("volume.tif"));
        using var again = new TiffReader().Open(At("volume.tif"));
        Assert.Equal(Voxels.Read(volume), Voxels.Read(again));
    }

    [Fact]
    public void Write_SourceThatFails_LeavesTheOldFileAndNothingElse()
    {
        File.WriteAllText(At("volume.tif"), "what was there");
        using var broken = new BrokenSource();
        Assert.Throws<VolumeReadException>(() => new TiffWriter().Write(broken, At("volume.tif")));
        Assert.Equal("what was there", File.ReadAllText(At("volume.tif")));
        Assert.Equal([At("volume.tif")], Directory.GetFileSystemEntries(Folder));
    }

    [Fact]
    public void Write_CancelledHalfway_LeavesTheOldFileAndNothingElse()
    {
        File.WriteAllText(At("volume.tif"), "what was there");
        using var volume = Voxels.Make(VoxelType.UInt8, new VolumeShape(50, 5, 6));
        using var cancel = new CancellationTokenSource();
        var progress = new CancelAt(0.5, cancel);
        Assert.ThrowsAny<OperationCanceledException>(() => new TiffWriter().Write(volume, At("volume.tif"), progress, cancel.Token));
        Assert.Equal("what was there", File.ReadAllText(At("volume.tif")));
        Assert.Equal([At("volume.tif")], Directory.GetFileSystemEntries(Folder));
        Assert.InRange(progress.Last, 0.5, 0.6);
    }

    [Fact]
    public void Write_IntoAMissingFolder_SaysSo()
    {
        using var volume = Voxels.Make(VoxelType.UInt8, Voxels.Shape);
        var error = Assert.Throws<UserException>(() => new TiffWriter().Write(volume, Path.Combine(At("missing"), "volume.tif")));
        Assert.Contains("there is no folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_IntoAFolderThatIsAFile_SaysSo()
    {
        File.WriteAllText(At("file"), "");
        using var volume = Voxels.Make(VoxelType.UInt8, Voxels.Shape);
        Assert.Throws<UserException>(() => new TiffWriter().Write(volume, Path.Combine(At("file"), "volume.tif")));
        Assert.Throws<UserException>(() => new TiffWriter().Write(volume, At("file") + Path.DirectorySeparatorChar));
    }

    [Fact]
    public void Write_ToAFolder_MakesAFileOfEachSlice()
    {
        using var volume = Voxels.Make(VoxelType.Float32, Voxels.Shape, new Spacing(2, 0.5, 0.25));
        new TiffWriter().Write(volume, At("slices") + Path.DirectorySeparatorChar);

        Assert.Equal(["slice_0000.tif", "slice_0001.tif", "slice_0002.tif", "slice_0003.tif"],
            Directory.GetFiles(At("slices")).Select(Path.GetFileName).Order());
        using var source = new TiffReader().Open(At("slices"));
        Assert.Equal(Voxels.Read(volume), Voxels.Read(source));
        Assert.Equal(volume.Spacing, source.Spacing);
        Assert.Equal([At("slices")], Directory.GetFileSystemEntries(Folder));

        var error = Assert.Throws<UserException>(() => new TiffWriter().Write(volume, At("slices")));
        Assert.Contains("not empty", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ToAFolderFromASourceThatFails_LeavesNothing()
    {
        using var broken = new BrokenSource();
        Assert.Throws<VolumeReadException>(() => new TiffWriter().Write(broken, At("slices") + Path.DirectorySeparatorChar));
        Assert.Empty(Directory.GetFileSystemEntries(Folder));
    }

    private sealed class CancelAt(double fraction, CancellationTokenSource cancel) : IProgress<JobProgress>
    {
        public double Last { get; private set; }

        public void Report(JobProgress value)
        {
            Last = value.Fraction;
            if (value.Fraction >= fraction)
                cancel.Cancel();
        }
    }

    private sealed class BrokenSource : IVolumeSource
    {
        public VolumeShape Shape => new(20, 5, 6);

        public Spacing Spacing => Spacing.Uncalibrated;

        public VoxelType VoxelType => VoxelType.UInt8;

        public void ReadSlice(int z, Span<byte> destination)
        {
            if (z == 11)
                throw new VolumeReadException("broken.tif", "page 12 is damaged.");
            destination.Fill((byte)z);
        }

        public void ReadSlice(int z, Span<float> destination) => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }
}
