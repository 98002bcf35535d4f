using System.Numerics;

using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

using static VolumeViewer.Host.Tests.Panels.WindowScript;

namespace VolumeViewer.Host.Tests.Panels.Measuring;

/// <summary>Measuring in the real window, with real drags, clicks and keys where there is a display.</summary>
[Collection("window")]
public sealed class MeasureWindowTests
{
    // Slices of 3 µm, rows of 2 µm, columns of 1 µm.
    private static readonly Spacing Unequal = new(3, 2, 1);

    [DisplayFact]
    public void ARulerDrawnWithTheMouse_StandsInTheTableWithItsLengthAndIsUndone()
    {
        var viewer = Scene();
        var (expected, shown, voxels, undone) = (0.0, 0.0, 0.0, -1);
        Run(viewer,
            Do(_ => viewer.Layout = ViewLayout.SliceZ),
            Do(loop => new Pointer(loop.Title).Press("M")),
            loop => loop.Bench.Hand.Tool.Id == "measure.ruler" && loop.Shell.Views.Pictures.Count == 1,
            Do(loop => new Pointer(loop.Title).Drag(At(loop, 0.3f, 0.4f), isDown: true)),
            loop => loop.Bench.Measures.Draft is not null,
            Do(loop => new Pointer(loop.Title).Drag(At(loop, 0.6f, 0.6f))),
            loop => loop.Bench.Measures.Draft is { } draft && draft.Moving != draft.Standing[0],
            Do(loop => new Pointer(loop.Title).Drag(At(loop, 0.6f, 0.6f), isDown: false)),
            loop => viewer.Measurements.Count == 1 && loop.Shell.Side.Measure.Shown is not null,
            Do(loop =>
            {
                var (first, last) = loop.Shell.Views.Shown[Axis.Z];
                expected = Math.Sqrt(Math.Pow(0.3 * (last.X - first.X), 2) + Math.Pow(0.2 * (last.Y - first.Y), 2));
                var table = loop.Shell.Side.Measure.Shown!;
                (shown, voxels) = ((double)table.Rows[0][2]!, (double)table.Rows[0][3]!);
            }),
            Do(loop => new Pointer(loop.Title).Press("Ctrl+Z")),
            _ => (undone = viewer.Measurements.Count) == 0);

        // The pointer stands on whole pixels.
        Assert.Equal(1, shown / expected, tolerance: 0.02);
        Assert.InRange(voxels, shown / 2, shown);
        Assert.Equal(0, undone);
    }

    [DisplayFact]
    public void ARectangle_DrawnByTwoClicks_TellsItsGreysAndPhasesAndFollowsItsHandle()
    {
        var viewer = Scene();
        MeasureResult? result = null;
        var (before, after, area) = (0L, 0L, 0.0);
        LayerMeasure Of(string layer) => result!.Layers.Single(each => each.Layer == layer);
        Run(viewer,
            Do(_ => viewer.Layout = ViewLayout.SliceZ),
            Do(loop => new Pointer(loop.Title).Press("Shift+R")),
            loop => loop.Bench.Hand.Tool.Id == "measure.rectangle" && loop.Shell.Views.Pictures.Count == 1,
            Do(loop => new Pointer(loop.Title).Click(At(loop, 0.4f, 0.3f), Pointer.Left)),
            loop => loop.Bench.Measures.Draft is not null,
            Do(loop => new Pointer(loop.Title).Drag(At(loop, 0.6f, 0.5f))),
            Do(loop => new Pointer(loop.Title).Click(At(loop, 0.6f, 0.5f), Pointer.Left)),
            loop => viewer.Measurements.Count == 1 && loop.Bench.Measures.IsCurrent(viewer.Measurements[0]) && (result = loop.Bench.Measures.ResultOf(viewer.Measurements[0])) is not null,
            Do(_ => (before, area) = (Of("grey").Greys!.Count, viewer.Measurements[0].Area)),
            Do(loop => new Pointer(loop.Title).Drag(At(loop, 0.6f, 0.5f), isDown: true)),
            Do(loop => new Pointer(loop.Title).Drag(At(loop, 0.65f, 0.6f))),
            _ => viewer.Measurements[0].Area > area * 1.5,
            Do(loop => new Pointer(loop.Title).Drag(At(loop, 0.65f, 0.6f), isDown: false)),
            loop => loop.Bench.Measures.IsCurrent(viewer.Measurements[0]) && (result = loop.Bench.Measures.ResultOf(viewer.Measurements[0]))!.Layers[0].Layer.Length > 0,
            Do(_ => after = Of("grey").Greys!.Count),
            // With a measurement chosen, Delete removes it and not the layer.
            Do(loop => new Pointer(loop.Title).Press("Delete")),
            _ => viewer.Measurements.Count == 0);

        Assert.InRange(before * 2 / area, 0.8, 1.2);
        Assert.True(after > before, $"{before} voxels before, {after} after the handle was dragged.");
        Assert.Equal(after, Of("labels").Counts!.Labelled);
        Assert.Equal(2, viewer.Layers.Count);
    }

    [DisplayFact]
    public void AClickOnAHeading_SortsTheTable()
    {
        var viewer = Scene();
        var order = new List<string>();
        TableLook? look = null;
        var table = new Table("some", new("name"), new("value")).Add("a", 2.0).Add("b", 3.0).Add("c", 1.0);
        void Note() => order.Add(string.Concat(look!.Rows(table).Select(row => table.Rows[row][0])));
        Run(viewer,
            Do(loop => loop.Bench.Accept("test", new OperationResult { Tables = [table] })),
            loop => (look = loop.Bench.Results.Items[0].TableLook).Headings.Count == 2,
            Do(loop => new Pointer(loop.Title).Click(look!.Headings["value"].Center, Pointer.Left)),
            _ => look!.Sorted == 1,
            Do(_ => Note()),
            Do(loop => new Pointer(loop.Title).Click(look!.Headings["value"].Center, Pointer.Left)),
            _ => look!.IsDescending,
            Do(_ => Note()));

        Assert.Equal(["cab", "bac"], order);
    }

    private static Viewer Scene()
    {
        var viewer = new Viewer();
        var shape = new VolumeShape(4, 30, 60);
        viewer.Layers.Add(new ImageLayer("grey", Scenes.Ramp(shape, Unequal)));
        var labels = new LabelVolume(shape, PhaseTable.Named("left", "right"), Unequal);
        viewer.Layers.Add(new LabelsLayer("labels", labels));
        return viewer;
    }

    private static Vector2 At(WindowLoop loop, float across, float down)
    {
        var area = loop.Shell.Views.Pictures[0].Area;
        return area.Min + (area.Size * new Vector2(across, down));
    }
}
