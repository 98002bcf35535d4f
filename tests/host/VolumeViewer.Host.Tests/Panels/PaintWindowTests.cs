using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Commands;
using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Plugins;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Host.Tests.Live;
using VolumeViewer.Host.Tests.Plugins;
using VolumeViewer.Sdk;

using static VolumeViewer.Host.Tests.Panels.WindowScript;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>Painting and live segmentation in the real window, with real drags and keys where there is a display.</summary>
[Collection("window")]
public sealed class PaintWindowTests
{
    [DisplayFact]
    public void NewLabelsPaintedByADrag_AndUndone_AreOneStrokeAndThenEmpty()
    {
        var viewer = Halves();
        var (painted, title, phase) = (0L, "", -1);
        LabelsLayer Labels() => viewer.Layers.OfType<LabelsLayer>().Single();
        Run(viewer,
            Do(_ => viewer.Layout = ViewLayout.SliceZ),
            Do(loop => new Pointer(loop.Title).Press("Ctrl+N")),
            loop => viewer.Layers.Count == 2 && loop.Bench.Hand.Tool == ToolTable.Brush,
            // While a brush is in the hand, digits are phases and not layouts.
            Do(loop => new Pointer(loop.Title).Press("2")),
            loop => (phase = loop.Bench.Tools.Phase) == 1,
            Do(loop => new Pointer(loop.Title).Drag(At(loop, 0.3f, 0.5f), isDown: true)),
            loop => loop.Bench.Tools.IsDrawing,
            Do(loop => new Pointer(loop.Title).Drag(At(loop, 0.5f, 0.5f))),
            _ => Count(Labels()) > 40,
            Do(loop => new Pointer(loop.Title).Drag(At(loop, 0.7f, 0.5f))),
            _ => Count(Labels()) > 80,
            Do(loop => new Pointer(loop.Title).Drag(At(loop, 0.7f, 0.5f), isDown: false)),
            loop => !loop.Bench.Tools.IsDrawing,
            Do(loop => (painted, title) = (Count(Labels()), loop.Bench.History.Undoable!.Title)),
            Do(loop => new Pointer(loop.Title).Press("Ctrl+Z")),
            _ => Count(Labels()) == 0);

        Assert.Equal((1, ViewLayout.SliceZ, "Paint phase 2 in 'halves labels'", 0L), (phase, viewer.Layout, title, Count(Labels())));
        Assert.True(painted > 80, $"A line over four tenths of the view painted {painted} voxels.");
    }

    [DisplayFact]
    public void ADoubleClickOfTheBrush_WithNapariKeys_FillsTheOutlineInOneStep()
    {
        var viewer = Halves();
        var (steps, filled, isSecond) = (0, 0L, false);
        LabelsLayer Labels() => viewer.Layers.OfType<LabelsLayer>().Single();
        Run(viewer,
            Do(_ => viewer.Layout = ViewLayout.SliceZ),
            Do(loop => loop.Bench.Change(settings => settings with { KeyScheme = KeyScheme.Napari })),
            Do(loop => new Pointer(loop.Title).Press("Ctrl+N")),
            loop => viewer.Layers.Count == 2 && loop.Bench.Hand.Tool == ToolTable.Brush,
            // Digits are tools; with Alt they are phases.
            Do(loop => new Pointer(loop.Title).Press("1")),
            loop => loop.Bench.Hand.Tool == ToolTable.Eraser,
            Do(loop => new Pointer(loop.Title).Press("2")),
            loop => loop.Bench.Hand.Tool == ToolTable.Brush,
            Do(loop => new Pointer(loop.Title).Press("Alt+2")),
            loop => isSecond = loop.Bench.Tools.Phase == 1,
            // A square that the brush would draw.
            Do(_ =>
            {
                Labels().Fill(new VoxelBox(0, 16, 16, 4, 32, 32), 1);
                Labels().Fill(new VoxelBox(0, 18, 18, 4, 28, 28), LabelVolume.Unlabelled);
            }),
            Do(loop => loop.Bench.Tools.Options.DoubleClickFills = true),
            // However slow the machine is.
            Do(_ => ImGui.GetIO().MouseDoubleClickTime = 10),
            Do(loop => steps = loop.Bench.History.Steps.Count),
            Do(loop => new Pointer(loop.Title).Click(At(loop, 0.5f, 0.5f), Pointer.Left)),
            Do(loop => new Pointer(loop.Title).Click(At(loop, 0.5f, 0.5f), Pointer.Left)),
            loop => (filled = Count(Labels())) > (4 * 32 * 32) - (4 * 28 * 28) + 500 && !loop.Bench.Tools.IsDrawing,
            Do(loop => steps = loop.Bench.History.Steps.Count - steps),
            Do(loop => loop.Bench.History.Undo()));

        Assert.True(isSecond);
        Assert.Equal((1, (3 * ((32 * 32) - (28 * 28))) + (32 * 32)), (steps, filled));
        Assert.Equal(4 * ((32 * 32) - (28 * 28)), Count(Labels()));
    }

    [DisplayFact]
    public void AClickOfTheBrush_OnASliceTurnedByAKey_PaintsTheVoxelUnderThePointer()
    {
        var viewer = Halves();
        var (painted, turned) = (new List<(int Y, int X)>(), default(SliceTurn));
        LabelsLayer Labels() => viewer.Layers.OfType<LabelsLayer>().Single();
        Run(viewer,
            Do(_ => viewer.Layout = ViewLayout.SliceZ),
            Do(loop => new Pointer(loop.Title).Press("Ctrl+N")),
            loop => viewer.Layers.Count == 2 && loop.Bench.Hand.Tool == ToolTable.Brush,
            Do(loop => new Pointer(loop.Title).Press("Alt+Right")),
            loop => (turned = loop.Shell.Views.Turns.GetValueOrDefault(Axis.Z)) != default,
            // Left of the middle: of a slice turned to the right, what was below it.
            Do(loop => new Pointer(loop.Title).Click(At(loop, 0.4f, 0.5f), Pointer.Left)),
            loop => Count(Labels()) > 10 && !loop.Bench.Tools.IsDrawing);

        var slice = Labels().Labels.Slice(viewer.Cursor.VoxelIndex(Axis.Z, Labels()));
        for (var i = 0; i < slice.Length; i++)
        {
            if (slice[i] != LabelVolume.Unlabelled)
                painted.Add((i / 64, i % 64));
        }
        Assert.Equal(new SliceTurn(90, false), turned);
        Assert.InRange(painted.Average(voxel => voxel.X), 30, 34);
        Assert.InRange(painted.Average(voxel => voxel.Y), 35, 60);
    }

    [DisplayFact]
    public void AStrokeOnTheObliqueSlice_IsOneStep_AndLabelsWhatLiesOnIt()
    {
        var viewer = Halves();
        var (painted, steps) = (new List<Vector3>(), 0);
        LabelsLayer Labels() => viewer.Layers.OfType<LabelsLayer>().Single();
        Vector2 OnPlane(WindowLoop loop, float x, float y) => loop.Shell.Views.ObliquePictures[0].Min + (loop.Shell.Views.ObliquePictures[0].Size * new Vector2(x, y));
        Run(viewer,
            Do(loop => new Pointer(loop.Title).Press("Ctrl+N")),
            loop => viewer.Layers.Count == 2 && loop.Bench.Hand.Tool == ToolTable.Brush,
            Do(_ =>
            {
                viewer.Oblique = PlaneOrientation.AcrossNormal(new Vector3(1, 1, 0.2f));
                viewer.Layout = ViewLayout.ObliquePlane;
            }),
            loop => loop.Shell.Views.ObliquePictures.Count > 0,
            Do(loop => steps = loop.Bench.History.Steps.Count),
            Do(loop => new Pointer(loop.Title).Drag(OnPlane(loop, 0.4f, 0.5f), isDown: true)),
            loop => loop.Bench.Tools.IsDrawing,
            Do(loop => new Pointer(loop.Title).Drag(OnPlane(loop, 0.6f, 0.5f))),
            _ => Count(Labels()) > 20,
            Do(loop => new Pointer(loop.Title).Drag(OnPlane(loop, 0.6f, 0.5f), isDown: false)),
            loop => !loop.Bench.Tools.IsDrawing,
            Do(loop => steps = loop.Bench.History.Steps.Count - steps),
            Do(_ =>
            {
                for (var i = 0; i < 4 * 64 * 64; i++)
                {
                    if (Labels().Labels.Slice(i / 4096)[i % 4096] != LabelVolume.Unlabelled)
                        painted.Add(new Vector3((i % 64) + 0.5f, (i / 64 % 64) + 0.5f, (i / 4096) + 0.5f));
                }
            }),
            Do(loop => loop.Bench.History.Undo()));

        var cursor = viewer.Cursor.ToVector3();
        var normal = viewer.Oblique.Normal;
        Assert.Equal(1, steps);
        Assert.True(painted.Count > 20, $"{painted.Count} voxels.");
        Assert.All(painted, place => Assert.InRange(Math.Abs(Vector3.Dot(place - cursor, normal)), 0, 0.001 + (Vector3.Dot(Vector3.Abs(normal), Vector3.One) / 2)));
        Assert.Equal(0, Count(Labels()));
    }

    [DisplayFact]
    public void LiveSegmentation_WithAStrokeOfEachPhase_ShowsTheSliceAndRanksAndFollowsTheNextStroke()
    {
        using var world = new PluginWorld(PluginRootKind.Development);
        File.WriteAllText(Path.Combine(world.Root.Path, "Means.cs"), MeansSource.Text());
        world.Manager.Rescan();
        using var services = new AppServices(world.Manager);
        var viewer = Halves();
        var (labels, updates, slice, isForgotten) = (Array.Empty<byte>(), 0, -1, false);
        Run(services, viewer,
            Do(_ => viewer.Layout = ViewLayout.SliceZ),
            Do(loop => new Pointer(loop.Title).Press("Ctrl+N")),
            _ => viewer.Layers.Count == 2,
            Do(loop => new Pointer(loop.Title).Press("Ctrl+L")),
            loop => loop.Bench.Live.Preview.IsThere,
            loop => loop.Bench.Live.Status == "Paint a stroke of each phase.",
            Do(loop => Stroke(loop, phase: 0, x: 10)),
            loop => loop.Bench.Live.Status == "Paint every phase.",
            Do(loop => Stroke(loop, phase: 1, x: 50)),
            loop => loop.Bench.Live is { Updates: 1, IsBusy: false, LastUpdate: not null },
            Do(loop => labels = loop.Bench.Live.Preview.Labels!.Labels.Slice(2).ToArray()),
            Do(loop => loop.Bench.Live.Rank()),
            loop => loop.Bench.Live.Suggestions.Count == 1,
            loop => loop.Shell.Side.Live.Buttons.Count == 2,
            Do(loop => new Pointer(loop.Title).Click(loop.Shell.Side.Live.Buttons[1].Center, Pointer.Left)),
            loop => (slice = viewer.Cursor.VoxelIndex(Axis.Z, viewer.Layers[0])) == 2 && loop.Bench.Live.IsOn,
            Do(loop => updates = loop.Bench.Live.Updates),
            Do(loop => Stroke(loop, phase: 1, x: 60)),
            loop => loop.Bench.Live.Updates > updates,
            // The strokes are steps; what the preview shows is none.
            Do(loop => labels = loop.Bench.History.Steps.Any(step => step.Title.StartsWith("Edit labels", StringComparison.Ordinal)) ? [] : labels),
            Do(loop => loop.Bench.Live.Toggle()),
            loop => !loop.Bench.Live.IsReading,
            // What the session before took is not told of the next.
            Do(loop => loop.Bench.Live.Toggle()),
            loop => isForgotten = loop.Bench.Live.LastUpdate is null,
            Do(loop => loop.Bench.Live.Toggle()),
            loop => !loop.Bench.Live.IsReading);

        Assert.True(isForgotten);
        Assert.Equal(Enumerable.Range(0, 64 * 64).Select(i => (byte)(i % 64 < 32 ? 0 : 1)), labels);
        Assert.Equal(2, slice);
        Assert.Empty(world.Manager.Plugins.Single().Loaded!.Leases);
    }

    [DisplayFact]
    public void LiveSegmentation_OfAPluginThatFails_IsSwitchedOffAndTold()
    {
        using var world = new PluginWorld(PluginRootKind.Development);
        File.WriteAllText(Path.Combine(world.Root.Path, "Means.cs"), MeansSource.Text());
        world.Manager.Rescan();
        using var services = new AppServices(world.Manager);
        var (viewer, status) = (Halves(), "");
        Run(services, viewer,
            Do(loop => new Pointer(loop.Title).Press("Ctrl+N")),
            _ => viewer.Layers.Count == 2,
            Do(loop => loop.Bench.Live.Choose("means")),
            loop => loop.Bench.Live.Form is not null,
            Do(loop => loop.Bench.Live.Form![loop.Bench.Live.Form.Operation.Parameters.Items[0]] = "learn-throws"),
            Do(loop => Stroke(loop, phase: 0, x: 10)),
            Do(loop => loop.Bench.Live.Toggle()),
            loop => !loop.Bench.Live.IsOn && (status = loop.Bench.Live.Status).Length > 0);

        Assert.Contains("The plugin 'Means' failed", status, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, viewer.Layers.OfType<LabelsLayer>().Count());
    }

    // Four slices of 64², dark on the left and bright on the right.
    private static Viewer Halves()
    {
        var volume = new Volume<byte>(new VolumeShape(4, 64, 64));
        for (var z = 0; z < 4; z++)
        {
            for (var i = 0; i < 64 * 64; i++)
                volume.Slice(z)[i] = (byte)(i % 64 < 32 ? 40 : 200);
        }
        var viewer = new Viewer();
        viewer.Layers.Add(new ImageLayer("halves", volume));
        return viewer;
    }

    private static Vector2 At(WindowLoop loop, float x, float y)
    {
        var area = loop.Shell.Views.Pictures.First(picture => picture.Axis == Axis.Z).Area;
        return area.Min + (area.Size * new Vector2(x, y));
    }

    private static long Count(LabelsLayer layer) =>
        Enumerable.Range(0, layer.Shape.Depth).Sum(z => layer.Labels.Slice(z).ToArray().LongCount(label => label != LabelVolume.Unlabelled));

    // The hand itself is tested above; here it is what comes of it.
    private static void Stroke(WindowLoop loop, int phase, int x)
    {
        loop.Bench.Tools.TakePhase(phase);
        Assert.True(loop.Bench.Tools.Begin(Axis.Z, new WorldPoint(loop.Bench.Viewer.Cursor.Z, 20.5, x + 0.5)));
        loop.Bench.Tools.MoveTo(new WorldPoint(loop.Bench.Viewer.Cursor.Z, 40.5, x + 0.5));
        loop.Bench.Tools.End();
    }
}
