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

    [Theory, InlineData("a.stl", false), InlineData("a.ply", false), InlineData("A.OBJ", false), InlineData("a.stl", true), InlineData("a.ply", true)]
    public void WriteAndRead_OfAMesh_GivesTheSameTriangles(string name, bool asText)
    {
        MeshFiles.Write(Mesh, File(name), asText: asText);
        if (asText)
            Assert.True(System.IO.File.ReadAllBytes(File(name)).All(letter => letter is 10 or (>= 32 and < 127)));
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
    [InlineData("a.stl", "solid name\nfacet normal 0 0 1\n this is a text file, which is longer than the header of a binary one, and so on and on", "line 3 has 'this' where 'outer' belongs")]
    [InlineData("a.stl", "solid\nfacet normal 0 0 1 outer loop\nvertex 0 0 one", "line 3 has 'one'")]
    [InlineData("a.stl", "solid\nfacet normal 0 0 1 outer loop\nvertex 0 0", "its end")]
    [InlineData("a.stl", "solid\n", "without 'endsolid'")]
    [InlineData("a.stl", "short", "5 bytes")]
    [InlineData("a.ply", "ply\nformat binary_middle_endian 1.0\n", "binary_middle_endian")]
    [InlineData("a.ply", "ply\nformat ascii 1.0\nelement vertex many\n", "'many'")]
    [InlineData("a.ply", "ply\nformat ascii 1.0\nelement vertex 1\nproperty float x\nproperty float y\nproperty float z\nelement face 1\nproperty list uchar int i\nend_header\n1 2 3\n2 0 0\n", "2 corners")]
    [InlineData("a.ply", "ply\nformat ascii 1.0\nelement vertex 1\nproperty float x\nproperty float y\nproperty float z\nelement face 1\nproperty list uchar int i\nend_header\n1 2 three\n", "line 10 has 'three'")]
    [InlineData("a.ply", "ply\nformat ascii 1.0\nelement vertex 2\nproperty float x\nproperty float y\nproperty float z\nelement face 0\nproperty list uchar int i\nend_header\n1 2 3\n", "ends in line 10")]
    [InlineData("a.ply", "ply\nformat ascii 1.0\nelement vertex 1\nproperty float x\nproperty float y\nproperty float z\nelement face 1\nproperty list uchar int i\nend_header\n1 2 3\n3 0 0 7\n", "vertex 7")]
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
        Assert.Throws<OperationCanceledException>(() => MeshFiles.Write(Mesh, File("a.stl"), cancellationToken: cancel.Token));
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

    [Fact]
    public void Read_OfTextFromOtherPrograms_TakesCapitalsAndSeveralSolids()
    {
        System.IO.File.WriteAllText(File("a.stl"), "SOLID a b c\r\n  FACET NORMAL nan nan nan\r\n OUTER LOOP VERTEX 0 0 0\r\nVERTEX 1e0 0 0 VERTEX 0 +1 0\r\nENDLOOP ENDFACET\r\nENDSOLID a b c\r\nsolid d\r\nendsolid d\r\n");
        var mesh = MeshFiles.Read(File("a.stl"));
        Assert.Equal([Vector3.Zero, Vector3.UnitX, Vector3.UnitY], mesh.Vertices.ToArray());
        Assert.Equal(0.5, mesh.Area);
        Assert.False(mesh.IsClosed());
    }

    [Fact]
    public void Read_OfBigEndianPly_TakesNumbersOfEveryLength()
    {
        var bytes = new List<byte>(Encoding.ASCII.GetBytes("ply\nformat binary_big_endian 1.0\nelement vertex 3\nproperty double x\nproperty float y\nproperty short z\nproperty uchar shade\n"
            + "element face 1\nproperty list ushort uint vertex_indices\nend_header\n"));
        foreach (var (x, y, z) in ((double, float, short)[])[(0.25, -3e5f, -2), (1e-9, 0.5f, 300), (7, 8, 9)])
        {
            bytes.AddRange(BitConverter.GetBytes(x).Reverse());
            bytes.AddRange(BitConverter.GetBytes(y).Reverse());
            bytes.AddRange(BitConverter.GetBytes(z).Reverse());
            bytes.Add(200);
        }
        bytes.AddRange([0, 3, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1]);
        System.IO.File.WriteAllBytes(File("b.ply"), [.. bytes]);
        var mesh = MeshFiles.Read(File("b.ply"));
        Assert.Equal([new Vector3(0.25f, -3e5f, -2), new Vector3(1e-9f, 0.5f, 300), new Vector3(7, 8, 9)], mesh.Vertices.ToArray());
        Assert.Equal([2, 0, 1], mesh.Triangles.ToArray());
    }

    [Theory, InlineData("t.stl", false), InlineData("t.stl", true), InlineData("t.ply", true), InlineData("t.obj", true)]
    public void Info_OfATetrahedron_TellsTheClosedForm(string name, bool asText)
    {
        // Edges of 2 along the axes from the origin: three right triangles of area 2 and one of side √8, a sixth of a cube of 8.
        MeshFiles.Write(new SurfaceMesh([Vector3.Zero, Vector3.UnitX * 2, Vector3.UnitY * 2, Vector3.UnitZ * 2], [0, 2, 1, 0, 3, 2, 0, 1, 3, 1, 2, 3]), File(name), asText: asText);
        var told = CommandLine.ProgramRun.Of("info", File(name), "--json");
        Assert.True(told.ExitCode == 0, told.Errors);
        Assert.Equal((4, 4, true), (told.Json.GetProperty("vertices").GetInt32(), told.Json.GetProperty("triangles").GetInt32(), told.Json.GetProperty("isClosed").GetBoolean()));
        Assert.Equal(6 + (2 * Math.Sqrt(3)), told.Json.GetProperty("areaSquareMicrometres").GetDouble(), 1e-5);
        Assert.Equal(8 / 6.0, told.Json.GetProperty("volumeCubicMicrometres").GetDouble(), 1e-6);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void WriteAndRead_OfABall_StaysClosedWithAreaAndVolumeOfTheSphere(bool asText)
    {
        MeshFiles.Write(Ball(radius: 3, rings: 32), File("ball.stl"), asText: asText);
        var ball = MeshFiles.Read(File("ball.stl"));
        Assert.True(ball.IsClosed());
        Assert.Equal(1, ball.Area / (4 * Math.PI * 9), 0.01);
        Assert.Equal(1, ball.Volume / (4 * Math.PI * 27 / 3), 0.01);
    }

    // Rings of longitude and latitude around (5, 5, 5), with a vertex at each pole.
    private static SurfaceMesh Ball(float radius, int rings)
    {
        var (middle, around) = (new Vector3(5), 2 * rings);
        var vertices = new List<Vector3> { middle + new Vector3(0, 0, radius) };
        for (var ring = 1; ring < rings; ring++)
        {
            var (sin, cos) = MathF.SinCos(MathF.PI * ring / rings);
            for (var step = 0; step < around; step++)
            {
                var (y, x) = MathF.SinCos(MathF.Tau * step / around);
                vertices.Add(middle + (radius * new Vector3(sin * x, sin * y, cos)));
            }
        }
        vertices.Add(middle - new Vector3(0, 0, radius));
        var triangles = new List<int>();
        int At(int ring, int step) => 1 + ((ring - 1) * around) + (step % around);
        for (var step = 0; step < around; step++)
        {
            triangles.AddRange([0, At(1, step), At(1, step + 1), vertices.Count - 1, At(rings - 1, step + 1), At(rings - 1, step)]);
            for (var ring = 1; ring < rings - 1; ring++)
                triangles.AddRange([At(ring, step), At(ring + 1, step), At(ring, step + 1), At(ring, step + 1), At(ring + 1, step), At(ring + 1, step + 1)]);
        }
        return new SurfaceMesh([.. vertices], [.. triangles]);
    }

    private static Vector3[] Corners(SurfaceMesh mesh) => [.. mesh.Triangles.Select(index => mesh.Vertices[index])];
}
