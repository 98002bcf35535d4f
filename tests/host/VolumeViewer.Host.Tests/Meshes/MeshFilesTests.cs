using System.Numerics;
using System.Text;

using VolumeViewer.Host.Meshes;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Meshes;

public sealed class MeshFilesTests : IDisposable
{
    private static readonly SurfaceMesh Mesh = new(
        [new Vector3(0.1f, -2, 3e-5f), Vector3.UnitX, Vector3.UnitY * 7, Vector3.UnitZ, new Vector3(4, 5, 6.0000005f)], [0, 2, 1, 0, 3, 2, 0, 1, 3, 1, 2, 3, 4, 3, 2],
        values: [1, 2, 3.5f, -4, 0.1f]);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string File(string name) => Path.Combine(_folder.Path, name);

    [Theory, InlineData("a.stl"), InlineData("a.ply"), InlineData("A.OBJ")]
    public void WriteAndRead_OfAMesh_GivesTheSameTriangles(string name)
    {
        MeshFiles.Write(Mesh, File(name));
        var read = MeshFiles.Read(File(name));
        Assert.Equal(Corners(Mesh), Corners(read));
        if (!name.EndsWith("stl", StringComparison.OrdinalIgnoreCase))
        {
            Assert.Equal(Mesh.Triangles.ToArray(), read.Triangles.ToArray());
            Assert.Equal(Mesh.Normals.ToArray(), read.Normals.ToArray());
        }
        Assert.Equal(name.EndsWith("ply", StringComparison.Ordinal) ? Mesh.Values.ToArray() : [], read.Values.ToArray());
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Write_AsStl_IsTheBinaryLayout()
    {
        MeshFiles.Write(Mesh, File("a.stl"));
        var bytes = System.IO.File.ReadAllBytes(File("a.stl"));
        Assert.Equal(84 + (5 * 50), bytes.Length);
        Assert.Equal(5u, BitConverter.ToUInt32(bytes, 80));
        Assert.Equal(0.1f, BitConverter.ToSingle(bytes, 84 + 12));
    }

    [Theory]
    [InlineData("a.stl", "solid name\nfacet normal 0 0 1\n this is a text file, which is longer than the header of a binary one, and so on and on", "text")]
    [InlineData("a.ply", "ply\nformat ascii 1.0\n", "binary little-endian")]
    [InlineData("a.ply", "ply\nformat binary_little_endian 1.0\nelement vertex 9\nproperty float x\nproperty float y\nproperty float z\nelement face 1\nproperty list uchar int i\nend_header\n..", "end of the stream")]
    [InlineData("a.ply", "plain text", "no header")]
    [InlineData("a.obj", "v 1 2 3\nf 1 2 9\n", "line 2 names '2'")]
    [InlineData("a.obj", "v 1 2\n", "too short")]
    [InlineData("a.obj", "v 1 2 nine\n", "'nine'")]
    public void Read_OfADamagedFile_SaysWhatIsWrong(string name, string content, string expected)
    {
        System.IO.File.WriteAllBytes(File(name), Encoding.ASCII.GetBytes(content));
        Assert.Contains(expected, Assert.Throws<UserException>(() => MeshFiles.Read(File(name))).Message);
    }

    [Fact]
    public void Read_OfFacesWithFourCorners_MakesTwoTriangles()
    {
        System.IO.File.WriteAllText(File("q.obj"), "v 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\nf -4 -3 -2 -1\n");
        Assert.Equal([0, 1, 2, 0, 2, 3], MeshFiles.Read(File("q.obj")).Triangles.ToArray());
    }

    [Fact]
    public void Write_WithoutAKnownEndingOrFolder_SaysSoAndLeavesNothing()
    {
        Assert.Contains(".stl", Assert.Throws<UserException>(() => MeshFiles.Write(Mesh, File("a.tif"))).Message);
        Assert.Contains("no folder", Assert.Throws<UserException>(() => MeshFiles.Write(Mesh, File("none/a.stl"))).Message);
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.Throws<OperationCanceledException>(() => MeshFiles.Write(Mesh, File("a.stl"), null, cancel.Token));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Open_OfASurface_MakesASceneThatHoldsIt()
    {
        MeshFiles.Write(Mesh, File("a.stl"));
        using var layer = MeshFiles.Open(File("a.stl"));
        var extent = Viewer.ExtentOf(layer);
        Assert.True(extent.X >= 4 && extent.Y >= 7 && extent.Z >= 6);
        Assert.True(extent.X < 4.1f && extent.Y < 7.1f && extent.Z < 6.1f);
    }

    private static Vector3[] Corners(SurfaceMesh mesh) => [.. mesh.Triangles.Select(index => mesh.Vertices[index])];
}
