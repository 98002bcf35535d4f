using System.Numerics;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

public sealed class EmptySpaceTests
{
    [Fact]
    public void Measure_OfAnyGrid_GivesTheChessboardDistanceToTheNearestSeenBlock()
    {
        var shape = new VolumeShape(5, 7, 9);
        var random = new Random(5);
        var seen = Enumerable.Range(0, (int)shape.VoxelCount).Select(_ => random.Next(60) == 0).ToArray();
        var (distances, share) = EmptyBlocks.Measure(shape, block => seen[block]);
        (int Z, int Y, int X) Place(int block) => (block / 63, block / 9 % 7, block % 9);
        for (var block = 0; block < seen.Length; block++)
        {
            var (z, y, x) = Place(block);
            var nearest = Enumerable.Range(0, seen.Length).Where(other => seen[other]).Select(Place)
                .Min(other => Math.Max(Math.Abs(other.Z - z), Math.Max(Math.Abs(other.Y - y), Math.Abs(other.X - x))));
            Assert.Equal(nearest, distances[block]);
        }
        Assert.Equal(seen.Count(each => !each) / 315.0, share, 1e-9);
    }

    [Fact]
    public void Measure_WhereNothingIsSeen_IsAsFarAsItTells() =>
        Assert.All(EmptyBlocks.Measure(new VolumeShape(2, 3, 4), _ => false).Distances, distance => Assert.Equal(EmptyBlocks.Farthest, distance));

    [Fact]
    public void Ranges_OfABlock_HoldItsVoxelsAndThoseAround()
    {
        var shape = new VolumeShape(20, 18, 17);
        var ranges = new GridRanges(shape, VoxelType.UInt8);
        var random = new Random(2);
        var voxels = new byte[shape.VoxelCount];
        random.NextBytes(voxels);
        Parallel.For(0, shape.Depth, z => ranges.Add(z, voxels.AsSpan(z * shape.SliceLength, shape.SliceLength)));
        Assert.Equal(new VolumeShape(3, 3, 3), ranges.Blocks);
        for (var block = 0; block < 27; block++)
        {
            var (z0, y0, x0) = (block / 9 * 8, block / 3 % 3 * 8, block % 3 * 8);
            var around = from z in Enumerable.Range(z0 - 1, 10).Where(z => z >= 0 && z < 20)
                         from y in Enumerable.Range(y0 - 1, 10).Where(y => y >= 0 && y < 18)
                         from x in Enumerable.Range(x0 - 1, 10).Where(x => x >= 0 && x < 17)
                         select (float)voxels[(((z * 18) + y) * 17) + x];
            Assert.Equal((around.Min(), around.Max()), (ranges.Least[block], ranges.Most[block]));
        }
    }

    [GlTheory]
    [InlineData(ImageRenderMode.MaximumIntensity)]
    [InlineData(ImageRenderMode.AttenuatedMaximum)]
    [InlineData(ImageRenderMode.Translucent)]
    [InlineData(ImageRenderMode.Additive)]
    [InlineData(ImageRenderMode.Isosurface)]
    public void DrawVolumeView_OfAMostlyEmptyVolume_IsTheSamePictureAsStepByStep(ImageRenderMode mode)
    {
        // Two small balls in a box of 64³: nine tenths of the blocks are empty.
        float Ball(int z, int y, int x) => Math.Max(
            180 - (14 * new Vector3(x - 15, y - 20, z - 17).Length()), 150 - (10 * new Vector3(x - 48, y - 44, z - 50).Length()));
        ImageLayer Layer()
        {
            var layer = Scenes.Image(new VolumeShape(64, 64, 64), (z, y, x) => (ushort)Math.Max(0, Ball(z, y, x)));
            (layer.RenderMode, layer.Interpolate, layer.ContrastLimits) = (mode, true, new ContrastLimits(20, 200));
            layer.OpacityCurve = [new(0, 0), new(0.2f, 0), new(1, 0.3f)];
            return layer;
        }
        Picture Draw(bool skips)
        {
            using var stage = new Stage(Layer());
            stage.Renderer.SkipsEmptySpace = skips;
            stage.Viewer.Camera.Orthographic = false;
            stage.Viewer.Camera.Orientation = Camera.DefaultOrientation;
            return stage.DrawVolume(200, 150);
        }
        var (skipping, stepping) = (Draw(true), Draw(false));
        Assert.True(skipping.Find(color => color.R > 60).Count > 300);
        for (var i = 0; i < skipping.Rgba.Length; i++)
            Assert.Equal(stepping.Rgba[i], skipping.Rgba[i], 1.0);
    }
}
