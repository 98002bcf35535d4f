using System.Numerics;

using VolumeViewer.Host.Painting;
using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Painting;

/// <summary>A brush on an oblique plane, voxel by voxel against its definition.</summary>
public sealed class ObliqueSweepTests
{
    private static readonly VolumeShape Shape = new(22, 26, 30);
    private static readonly Spacing Flat = new(2, 1, 0.5);

    [Theory]
    [InlineData(1, 1, 1, true, false)]
    [InlineData(1, 1, 1, false, true)]
    [InlineData(0.2f, -1, 0.6f, true, true)]
    [InlineData(0.2f, -1, 0.6f, false, false)]
    [InlineData(0, 0, 1, true, true)]
    [InlineData(1, 0, 0, true, true)]
    [InlineData(1, 0, 0, false, true)]
    public void Voxels_OfASweep_AreThoseUnderTheBrush(float x, float y, float z, bool isRound, bool isFlat)
    {
        var (spacing, plane, random) = (isFlat ? Flat : Spacing.Isotropic(1), PlaneOrientation.AcrossNormal(new Vector3(x, y, z)), new Random(7));
        for (var round = 0; round < 12; round++)
        {
            var from = new VoxelPlace(8 + (random.NextDouble() * 6), 9 + (random.NextDouble() * 8), 10 + (random.NextDouble() * 10));
            var begin = from.ToWorld(spacing);
            // Also without a way, and along an edge of the square.
            var (right, down) = round == 0 ? (0, 0) : round == 1 ? (4.0, 0.0) : ((random.NextDouble() * 12) - 6, (random.NextDouble() * 12) - 6);
            var way = (plane.Right * (float)right) + (plane.Down * (float)down);
            var to = VoxelPlace.Of(new WorldPoint(begin.Z + way.Z, begin.Y + way.Y, begin.X + way.X), spacing);
            var tip = ObliqueTip.Of(plane, 5.3, round % 3, isRound, spacing);
            var sweep = new ObliqueSweep(tip, from, to, Shape, spacing);
            var (found, box, runs) = (0, sweep.Box!.Value, new List<VoxelRun>());
            for (var atZ = 0; atZ < Shape.Depth; atZ++)
            {
                for (var atY = 0; atY < Shape.Height; atY++)
                {
                    runs.Clear();
                    sweep.AddRuns(atZ, atY, runs);
                    for (var atX = 0; atX < Shape.Width; atX++)
                    {
                        var off = new Vector3((float)(((atX + 0.5) * spacing.X) - begin.X), (float)(((atY + 0.5) * spacing.Y) - begin.Y), (float)(((atZ + 0.5) * spacing.Z) - begin.Z));
                        var (isIn, isNearEdge) = IsUnder(tip, Vector3.Dot(off, plane.Right), Vector3.Dot(off, plane.Down), Vector3.Dot(off, plane.Normal), right, down);
                        var isFound = runs.Any(run => atX >= run.From && atX < run.End);
                        Assert.True(isNearEdge || isIn == isFound, $"Voxel ({atZ}, {atY}, {atX}) in round {round}: {isIn} by definition, {isFound} in the sweep.");
                        if (!isFound)
                            continue;
                        found++;
                        Assert.True(atZ >= box.Z && atZ <= box.LastZ && atY >= box.Y && atY < box.Y + box.Height && atX >= box.X && atX < box.X + box.Width, "Beside the box.");
                    }
                }
            }
            Assert.True(found > 10, $"{found} voxels.");
        }
    }

    /// <summary>Whatever a slice shows under the brush has the label then: the thinnest brush has every voxel that the plane goes through.</summary>
    [Fact]
    public void Voxels_ThatThePlaneGoesThroughUnderTheBrush_AreAllPainted()
    {
        var (plane, random) = (PlaneOrientation.AcrossNormal(new Vector3(0.4f, 1, -0.7f)), new Random(1));
        using var layer = new LabelsLayer("labels", new LabelVolume(Shape, PhaseTable.Numbered(2), Flat));
        var viewer = new Viewer();
        viewer.Layers.Add(layer);
        using var history = new UndoHistory(viewer);
        var middle = new VoxelPlace(11, 13, 15);
        using (var stroke = new BrushStroke(history, "stroke", layer, new PaintOptions { Size = 8 }.Tip(Flat, plane), 1, VoxelFilter.None))
            Assert.True(stroke.MoveTo(middle));
        for (var i = 0; i < 2000; i++)
        {
            var (angle, radius) = (random.NextDouble() * Math.Tau, 1.0 * Math.Sqrt(random.NextDouble()));
            var off = (plane.Right * (float)(radius * Math.Cos(angle))) + (plane.Down * (float)(radius * Math.Sin(angle)));
            var (z, y, x) = ((int)(middle.Z + (off.Z / Flat.Z)), (int)(middle.Y + (off.Y / Flat.Y)), (int)(middle.X + (off.X / Flat.X)));
            Assert.Equal(1, layer.Labels.Slice(z)[(y * Shape.Width) + x]);
        }
        Assert.True(history.Undo());
        Assert.All(Enumerable.Range(0, Shape.Depth), z => Assert.DoesNotContain((byte)1, layer.Labels.Slice(z).ToArray()));
    }

    [Fact]
    public void Sweep_BesideTheVolume_HasNoBox()
    {
        var tip = ObliqueTip.Of(PlaneOrientation.AcrossNormal(Vector3.One), 4, 0, true, Spacing.Uncalibrated);
        Assert.Null(new ObliqueSweep(tip, new VoxelPlace(-20, 5, 5), new VoxelPlace(-19, 5, 5), Shape, Spacing.Uncalibrated).Box);
    }

    // Places within a ten-thousandth of the edge are left to rounding.
    private static (bool IsIn, bool IsNearEdge) IsUnder(ObliqueTip tip, double right, double down, double across, double wayRight, double wayDown)
    {
        var slack = Enumerable.Range(0, 2001).Select(step => step / 2000.0).Min(share =>
        {
            var (offRight, offDown) = (right - (share * wayRight), down - (share * wayDown));
            return (tip.IsRound ? Math.Sqrt((offRight * offRight) + (offDown * offDown)) : Math.Max(Math.Abs(offRight), Math.Abs(offDown))) - tip.Radius;
        });
        slack = Math.Max(slack, Math.Abs(across) - tip.HalfThickness);
        return (slack <= 0, Math.Abs(slack) < 5e-3);
    }
}
