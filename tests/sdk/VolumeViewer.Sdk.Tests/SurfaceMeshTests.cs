using System.Collections.Immutable;
using System.Numerics;

namespace VolumeViewer.Sdk.Tests;

public sealed class SurfaceMeshTests
{
    // A tetrahedron on the three axes: area 3/2 + √3/2, volume 1/6.
    private static readonly ImmutableArray<Vector3> Corners = [Vector3.Zero, Vector3.UnitX, Vector3.UnitY, Vector3.UnitZ];

    private static readonly ImmutableArray<int> Faces = [0, 2, 1, 0, 3, 2, 0, 1, 3, 1, 2, 3];

    [Fact]
    public void AreaAndVolume_OfATetrahedron_AreThoseOfTheFormula()
    {
        var mesh = new SurfaceMesh(Corners, Faces);
        Assert.Equal(1.5 + (Math.Sqrt(3) / 2), mesh.Area, 1e-6);
        Assert.Equal(1 / 6.0, mesh.Volume, 1e-7);
        Assert.True(mesh.IsClosed());
        Assert.True(Vector3.Dot(mesh.Normals[0], new Vector3(-1)) > 1.7f);
    }

    [Fact]
    public void IsClosed_OfAMeshWithAHoleOrATurnedTriangle_IsFalse()
    {
        Assert.False(new SurfaceMesh(Corners, Faces[3..]).IsClosed());
        Assert.False(new SurfaceMesh(Corners, [0, 1, 2, .. Faces[3..]]).IsClosed());
    }

    [Fact]
    public void Mesh_ThatDoesNotFit_SaysWhy()
    {
        Assert.Contains("the vertex 4", Assert.Throws<ArgumentException>(() => new SurfaceMesh(Corners, [0, 1, 4])).Message);
        Assert.Contains("multiple of three", Assert.Throws<ArgumentException>(() => new SurfaceMesh(Corners, [0, 1])).Message);
        Assert.Contains("got 2", Assert.Throws<ArgumentException>(() => new SurfaceMesh(Corners, Faces, values: [1, 2])).Message);
        Assert.Contains("no place", Assert.Throws<ArgumentException>(() => new SurfaceMesh([new Vector3(float.NaN)], [])).Message);
    }

    [Fact]
    public void Points_WithValues_HaveTheColoursOfTheColormap()
    {
        using var layer = new PointsLayer("points", [Vector3.Zero, Vector3.One], new VolumeShape(2, 2, 2), Spacing.Uncalibrated) { Colormap = Colormap.Gray };
        Assert.Equal(layer.Color, layer.ColorOf(1));
        layer.Values = [0, 1];
        Assert.Equal((new Rgba(0, 0, 0), new Rgba(255, 255, 255)), (layer.ColorOf(0), layer.ColorOf(1)));
        Assert.Contains("got 1", Assert.Throws<ArgumentException>(() => layer.Values = [1]).Message);
        layer.Positions = [Vector3.One];
        Assert.Empty(layer.Values);
        Assert.Throws<ArgumentOutOfRangeException>(() => layer.Size = 0);
    }
}
