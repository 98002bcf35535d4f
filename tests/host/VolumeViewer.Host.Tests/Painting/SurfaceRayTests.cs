using System.Numerics;

using VolumeViewer.Host.Painting;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Painting;

/// <summary>Where lines of sight meet labels.</summary>
public sealed class SurfaceRayTests
{
    private static readonly Spacing Spacing = new(2, 1, 0.5);

    // A box of phase 1 in voxels z 3–9, y 4–10, x 6–15; all else is phase 0, which is hidden.
    private static (Viewer Viewer, LabelsLayer Layer) Scene()
    {
        var labels = new LabelVolume(new VolumeShape(12, 14, 24), PhaseTable.Numbered(2), Spacing);
        var layer = new LabelsLayer("box", labels);
        layer.Fill(new VoxelBox(3, 4, 6, 7, 7, 10), 1);
        layer.Phases = layer.Phases.With(0, layer.Phases[0] with { Visible = false });
        var viewer = new Viewer();
        viewer.Layers.Add(layer);
        return (viewer, layer);
    }

    [Fact]
    public void Find_AlongEachAxis_MeetsTheFaceAndItsNormal()
    {
        var (viewer, layer) = Scene();
        var middle = new Vector3(5.6f, 7.5f, 13);
        foreach (var (direction, face) in new[] { (Vector3.UnitX, 3f), (-Vector3.UnitX, 8f), (Vector3.UnitY, 4f), (-Vector3.UnitY, 11f), (Vector3.UnitZ, 6f), (-Vector3.UnitZ, 20f) })
        {
            var hit = SurfaceRay.Find(viewer, layer, new Ray(middle - (direction * 50), direction), null);
            Assert.NotNull(hit);
            Assert.Equal(face, Vector3.Dot(hit.Value.Point, Vector3.Abs(direction)), 1e-3);
            Assert.True(Vector3.Dot(hit.Value.Normal, -direction) > 0.9f, $"The normal {hit.Value.Normal} does not point against {direction}.");
        }
    }

    [Fact]
    public void Find_BesideOrFromBehind_MeetsNothing()
    {
        var (viewer, layer) = Scene();
        Assert.Null(SurfaceRay.Find(viewer, layer, new Ray(new Vector3(5.5f, 2, -50), Vector3.UnitZ), null));
        Assert.Null(SurfaceRay.Find(viewer, layer, new Ray(new Vector3(5.5f, 7.5f, 50), Vector3.UnitZ), null));
        Assert.Null(SurfaceRay.Find(viewer, layer, new Ray(new Vector3(-40, 7.5f, 50), Vector3.UnitX), null));
    }

    [Fact]
    public void Find_BehindAPlane_MeetsTheCut()
    {
        var (viewer, layer) = Scene();
        layer.ClippingPlanes = [new ClippingPlane(new Vector3(0, 0, 11), Vector3.UnitZ)];
        var ray = new Ray(new Vector3(5.5f, 7.5f, -50), Vector3.UnitZ);
        Assert.Equal(11, SurfaceRay.Find(viewer, layer, ray, null)!.Value.Point.Z, 1e-2);
        viewer.CropBox = new CropBox(Vector3.Zero, new Vector3(30, 30, 10));
        Assert.Null(SurfaceRay.Find(viewer, layer, ray, null));
    }

    [Fact]
    public void Find_WithTheLabelsBeforeAStroke_LooksThroughWhatWasPaintedSince()
    {
        var (viewer, layer) = Scene();
        var ray = new Ray(new Vector3(5.5f, 7.5f, -50), Vector3.UnitZ);
        var original = new OriginalLabels(layer.Labels);
        var box = new VoxelBox(2, 4, 6, 4, 7, 10);
        original.Keep(box);
        layer.Fill(box, 0);
        Assert.Equal(12, SurfaceRay.Find(viewer, layer, ray, null)!.Value.Point.Z, 1e-3);
        Assert.Equal(6, SurfaceRay.Find(viewer, layer, ray, original)!.Value.Point.Z, 1e-3);
    }
}
