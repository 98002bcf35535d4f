using System.Numerics;
using System.Text.Json.Nodes;

using SkiaSharp;

using VolumeViewer.Host.Projects;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Host.Tests.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Projects;

public sealed class ProjectTests : IDisposable
{
    private readonly ProjectWorld _world = new();

    public void Dispose() => _world.Dispose();

    private JsonObject Json => JsonNode.Parse(File.ReadAllText(_world.Project))!.AsObject();

    [Fact]
    public void Open_OfUnchangedFiles_RefersToThemAndGivesTheSameVoxels()
    {
        var viewer = _world.ViewerOnFiles();
        var labels = (LabelsLayer)viewer.Layers[1];
        labels.Phases = new PhaseTable([.. labels.Phases.Select(phase => phase with { Name = "the " + phase.Name, FileValue = phase.FileValue + 10 }), new Phase("added", default, 99)]);
        VoxelChanges.TellInFile(labels, VoxelChanges.Of(labels));
        _world.Save(viewer);
        Assert.Equal(["../data/grey.tif", "labels.npy"], Json["layers"]!.AsArray().Select(layer => (string?)layer!["files"]![0]!["path"]));
        Assert.False(Directory.Exists(ProjectPaths.DataFolder(_world.Project)));
        var (opened, reading) = _world.Open();
        Assert.Empty(reading.Notices);
        var back = (LabelsLayer)opened.Layers[1];
        Assert.Equal(labels.Phases, back.Phases);
        for (var z = 0; z < 6; z++)
            Assert.Equal(labels.Labels.Slice(z).ToArray(), back.Labels.Slice(z).ToArray());
        Assert.Equal(viewer.Layers[0].Spacing, opened.Layers[0].Spacing);
    }

    [Fact]
    public void Save_OfPaintedLabelsAndLayersWithoutAFile_KeepsThemBesideTheProject()
    {
        var viewer = _world.ViewerOnFiles();
        viewer.Layers.LayerChanged += (_, change) => VoxelChanges.Note(change);
        viewer.Layers.Add(new ImageLayer("made: \"new\"", Panels.Scenes.Ramp(new VolumeShape(4, 5, 6), Spacing.Isotropic(3))));
        var labels = (LabelsLayer)viewer.Layers[1];
        labels.Fill(new VoxelBox(1, 1, 1, 2, 3, 4), 1);
        _world.Save(viewer);
        var stored = Directory.GetFiles(ProjectPaths.DataFolder(_world.Project));
        Assert.Equal(2, stored.Length);
        // Nothing changed since: the files stay as they are.
        _world.Save(viewer);
        Assert.Equal(stored.Order(), Directory.GetFiles(ProjectPaths.DataFolder(_world.Project)).Order());
        labels.Fill(new VoxelBox(0, 0, 0, 1, 1, 1), LabelVolume.Unlabelled);
        viewer.Layers.RemoveAt(2);
        _world.Save(viewer);
        Assert.Single(Directory.GetFiles(ProjectPaths.DataFolder(_world.Project)));
        var (opened, reading) = _world.Open();
        Assert.Empty(reading.Notices);
        for (var z = 0; z < 6; z++)
            Assert.Equal(labels.Labels.Slice(z).ToArray(), ((LabelsLayer)opened.Layers[1]).Labels.Slice(z).ToArray());
    }

    [Fact]
    public void Save_OfPointsAndSurfaces_KeepsTheirDataBesideTheProjectAndFollowsTheirChanges()
    {
        var viewer = _world.ViewerOnFiles();
        viewer.Layers.LayerChanged += (_, change) => VoxelChanges.Note(change);
        var (shape, spacing) = (viewer.Layers[0].Shape, viewer.Layers[0].Spacing);
        var points = new PointsLayer("points", [new Vector3(1, 2, 3), new Vector3(0.1f, 0.2f, 1)], shape, spacing) { Size = 0.7f };
        points.Values = [4, 5.5f];
        var surface = new SurfaceLayer("surface", new SurfaceMesh([Vector3.Zero, Vector3.UnitX, Vector3.UnitY], [0, 1, 2]), shape, spacing) { Color = new Rgba(9, 8, 7) };
        viewer.Layers.Add(points);
        viewer.Layers.Add(surface);
        _world.Save(viewer);
        Assert.DoesNotContain("vertices", File.ReadAllText(_world.Project));
        points.Positions = [new Vector3(3, 2, 1), new Vector3(0.5f, 0.5f, 0.5f)];
        _world.Save(viewer);
        var (opened, reading) = _world.Open();
        Assert.Empty(reading.Notices);
        var (p, s) = ((PointsLayer)opened.Layers[2], (SurfaceLayer)opened.Layers[3]);
        Assert.Equal(points.Positions, p.Positions.AsEnumerable());
        Assert.Equal(points.Values, p.Values.AsEnumerable());
        Assert.Equal((0.7f, spacing, new Rgba(9, 8, 7)), (p.Size, p.Spacing, s.Color));
        Assert.Equal(surface.Mesh.Vertices, s.Mesh.Vertices.AsEnumerable());
        Assert.Equal(2, Directory.GetFiles(ProjectPaths.DataFolder(_world.Project)).Length);
    }

    [GlFact]
    public void Open_OfASavedProject_GivesTheSamePictureToTheLastPixel()
    {
        var viewer = _world.ViewerOnFiles();
        var (grey, labels) = ((ImageLayer)viewer.Layers[0], (LabelsLayer)viewer.Layers[1]);
        viewer.Layers.LayerChanged += (_, change) => VoxelChanges.Note(change);
        (grey.Colormap, grey.RenderMode, grey.ContrastLimits, grey.Interpolate) = (Colormap.BuiltIn[2], ImageRenderMode.Translucent, new ContrastLimits(500, 4000), false);
        grey.OpacityCurve = [new(0, 0.05f), new(1, 0.6f)];
        labels.Fill(new VoxelBox(2, 2, 2, 2, 3, 3), 1);
        (labels.Opacity, labels.Phases) = (0.7f, labels.Phases.With(0, labels.Phases[0] with { Visible = false }).With(1, labels.Phases[1] with { Color = new Rgba(250, 30, 90) }));
        viewer.Camera.Orbit(0.7f, -0.2f);
        viewer.Camera.Pan(0.3f, -0.1f);
        viewer.Cursor = new WorldPoint(1.3, 0.6, 1.1);
        viewer.Layout = ViewLayout.FourUp;
        var places = new Dictionary<Axis, SlicePlace> { [Axis.Z] = new(1, 0.8, 1.2) };
        _world.Save(viewer);
        var before = Picture(viewer, places);
        var (opened, _) = _world.Open();
        Assert.Equal(before, Picture(opened, places));
        opened.Camera.Orbit(0.02f, 0);
        Assert.NotEqual(before, Picture(opened, places));

        static byte[] Picture(Viewer viewer, IReadOnlyDictionary<Axis, SlicePlace> places)
        {
            using SKBitmap picture = HeadlessRenderer.Render(viewer, viewer.Layout, 240, 180, new RenderOptions { Places = places });
            return picture.Bytes;
        }
    }

    [Fact]
    public void Open_WhereTheWholeTreeWasMoved_FollowsTheRelativePaths()
    {
        _world.Save(_world.ViewerOnFiles());
        Directory.CreateDirectory(_world.Folder.File("elsewhere"));
        Directory.Move(_world.Folder.File("data"), _world.Folder.File("elsewhere/data"));
        Directory.Move(_world.Folder.File("work"), _world.Folder.File("elsewhere/work"));
        Assert.Equal(2, _world.Open(_world.Folder.File("elsewhere/work/scan.vvproj")).Viewer.Layers.Count);
    }

    [Fact]
    public void Open_WhereDataWereMoved_FindsThemByTheirFingerprint()
    {
        _world.Save(_world.ViewerOnFiles());
        // One of the same name that is another, and the right one deeper.
        Directory.CreateDirectory(_world.Folder.File("work/a"));
        Directory.CreateDirectory(_world.Folder.File("work/b/deep"));
        File.WriteAllText(_world.Folder.File("work/a/grey.tif"), "another");
        File.Move(_world.Folder.File("data/grey.tif"), _world.Folder.File("work/b/deep/grey.tif"));
        var (viewer, reading) = _world.Open();
        Assert.Equal(2, viewer.Layers.Count);
        Assert.Contains(Path.Combine("b", "deep"), Assert.Single(reading.Notices));
    }

    [Fact]
    public void Open_WhereDataAreGone_KeepsTheLayerInTheProjectUntilAFolderIsNamed()
    {
        var viewer = _world.ViewerOnFiles();
        viewer.Layers[0].Opacity = 0.25f;
        _world.Save(viewer);
        Directory.CreateDirectory(_world.Folder.File("disk"));
        File.Move(_world.Folder.File("data/grey.tif"), _world.Folder.File("disk/grey.tif"));
        var (partial, reading) = _world.Open();
        Assert.Equal("labels", Assert.Single(partial.Layers).Name);
        Assert.Contains("grey.tif", Assert.Single(reading.Notices));
        partial.Layers[0].Name = "renamed";
        _world.Save(partial, reading.State);
        Assert.Equal(["grey", "renamed"], Json["layers"]!.AsArray().Select(layer => (string?)layer!["properties"]!["name"]));
        var (whole, again) = _world.Open(null, _world.Folder.File("disk"));
        Assert.Equal(["grey", "renamed"], whole.Layers.Select(layer => layer.Name));
        Assert.Equal(0.25f, whole.Layers[0].Opacity);
        Assert.Empty(again.State.Absent);
    }

    [Fact]
    public void Open_OfEntriesOfAnotherVersion_WritesThemAgain()
    {
        _world.Save(_world.ViewerOnFiles());
        var json = Json;
        json["sunrise"] = new JsonArray(1, 2);
        json["viewer"]!["fog"] = 0.5;
        json["layers"]![1]!["properties"]!["sparkle"] = "much";
        json["layers"]!.AsArray().Insert(1, new JsonObject { ["id"] = "0badcafe", ["kind"] = "smell", ["properties"] = new JsonObject { ["name"] = "of coffee" } });
        File.WriteAllText(_world.Project, json.ToJsonString());
        var (viewer, reading) = _world.Open();
        Assert.Contains("smell", Assert.Single(reading.Notices));
        _world.Save(viewer, reading.State);
        var again = Json;
        Assert.Equal("[1,2]", again["sunrise"]!.ToJsonString());
        Assert.Equal(0.5, (double)again["viewer"]!["fog"]!);
        Assert.Equal("much", (string?)again["layers"]![2]!["properties"]!["sparkle"]);
        Assert.Equal("smell", (string?)again["layers"]![1]!["kind"]);
    }

    [Fact]
    public void Open_OfAFileThatWasRewritten_ShowsItAndTells()
    {
        _world.Save(_world.ViewerOnFiles());
        using (var other = new Volume<ushort>(new VolumeShape(6, 7, 8)))
            _world.Services.Io.Save(other, _world.Folder.File("data/grey.tif"));
        var (viewer, reading) = _world.Open();
        Assert.Equal(2, viewer.Layers.Count);
        Assert.Contains("has changed since", Assert.Single(reading.Notices));
    }

    [Theory]
    [InlineData("""{ "format": 2, "layers": [] }""", "later version")]
    [InlineData("""{ "format": 1, "lay""", "line 1")]
    [InlineData("[]", "no project")]
    [InlineData("""{ "layers": [] }""", "format")]
    [InlineData("", "damaged")]
    public void Of_AFileThatIsNoProjectOfThisVersion_SaysSoAndLeavesIt(string content, string expected)
    {
        Directory.CreateDirectory(_world.Folder.File("work"));
        File.WriteAllText(_world.Project, content);
        Assert.Contains(expected, Assert.Throws<ProjectException>(() => _world.Read()).Message);
        Assert.Equal(content, File.ReadAllText(_world.Project));
    }

    [Fact]
    public void Write_ThatFailsInTheMiddle_LeavesTheOldProjectAsItWas()
    {
        var viewer = _world.ViewerOnFiles();
        viewer.Layers.Add(new ImageLayer("made", Panels.Scenes.Ramp(new VolumeShape(4, 5, 6), Spacing.Isotropic(3))));
        _world.Save(viewer);
        var before = Directory.GetFiles(_world.Folder.File("work"), "*", SearchOption.AllDirectories).Order().Select(file => (file, Convert.ToHexString(File.ReadAllBytes(file)))).ToList();
        var broken = new ImageLayer("broken", Panels.Scenes.Ramp(new VolumeShape(4, 5, 6), Spacing.Isotropic(3)));
        viewer.Layers.Add(broken);
        broken.Dispose();
        var writing = ProjectWriting.Of(_world.Project, viewer, new ProjectState { Path = _world.Project });
        Assert.ThrowsAny<Exception>(() => writing.Write());
        var after = Directory.GetFiles(_world.Folder.File("work"), "*", SearchOption.AllDirectories).Order().Select(file => (file, Convert.ToHexString(File.ReadAllBytes(file))));
        Assert.Equal(before, after);
    }

    [Fact]
    public void SaveAs_IntoAnotherFolder_TakesStoredVoxelsAndPathsAlong()
    {
        var viewer = _world.ViewerOnFiles();
        viewer.Layers.Add(new ImageLayer("made", Panels.Scenes.Ramp(new VolumeShape(4, 5, 6), Spacing.Isotropic(3))));
        _world.Save(viewer);
        // The greys are absent when it is saved anew: their path has to be right from there too.
        File.Move(_world.Folder.File("data/grey.tif"), _world.Folder.File("hidden.tif"));
        var (partial, reading) = _world.Open();
        var target = _world.Folder.File("other/deeper/copy.vvproj");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        ProjectWriting.Of(target, partial, reading.State).Write();
        File.Move(_world.Folder.File("hidden.tif"), _world.Folder.File("data/grey.tif"));
        Directory.Delete(ProjectPaths.DataFolder(_world.Project), recursive: true);
        var (copy, again) = _world.Open(target);
        Assert.Equal(["grey", "labels", "made"], copy.Layers.Select(layer => layer.Name));
        Assert.Empty(again.Notices);
    }

    [Fact]
    public void Stamp_OfFiles_TellsOthersOfTheSameLengthApart()
    {
        var (a, b) = (_world.Folder.File("a"), _world.Folder.File("b"));
        File.WriteAllBytes(a, new byte[300_000]);
        var other = new byte[300_000];
        other[150_000] = 1;
        File.WriteAllBytes(b, other);
        Assert.False(DataStamp.Of(a)!.IsSameData(DataStamp.Of(b)!));
        File.Copy(a, b, overwrite: true);
        Assert.True(DataStamp.Of(a)!.IsSameData(DataStamp.Of(b)!));
        Assert.Null(DataStamp.Of(_world.Folder.File("none")));
    }
}
