using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

using static VolumeViewer.Host.Tests.Panels.WindowScript;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>Operations that change labels, from their form in the real window, with real clicks where there is a display.</summary>
[Collection("window")]
public sealed class LabelEditsWindowTests
{
    private static readonly VolumeShape Shape = new(20, 30, 40);

    // A large cube and two specks in unlabelled voxels.
    private static LabelsLayer Specks()
    {
        var layer = new LabelsLayer("specks", TrainingLabels.Unlabelled(Shape, PhaseTable.Named("pore", "NMC"), Spacing.Isotropic(1)));
        layer.Fill(new VoxelBox(4, 4, 4, 10, 10, 10), 1);
        layer.Fill(new VoxelBox(2, 20, 30, 2, 2, 2), 1);
        layer.Fill(new VoxelBox(15, 25, 5, 1, 1, 3), 0);
        return layer;
    }

    private static byte[] Bytes(LabelsLayer layer) => [.. Enumerable.Range(0, Shape.Depth).SelectMany(z => layer.Labels.Slice(z).ToArray())];

    private static bool Click(WindowLoop loop, Rect button)
    {
        if (button.Width <= 0)
            return false;
        new Pointer(loop.Title).Click(button.Center, Pointer.Left);
        return true;
    }

    [DisplayFact]
    public void Islands_FromTheFormPreviewedAppliedAndUndone_ChangeTheLayerItself()
    {
        var (viewer, layer) = (new Viewer(), Specks());
        viewer.Layers.Add(layer);
        var before = Bytes(layer);
        var seen = new List<string>();
        using var services = new AppServices(Path.Combine(TestFolders.Program, "plugins"));
        Run(services, viewer,
            Do(loop => loop.Bench.OpenForm("remove.islands")),
            loop => loop.Bench.Form is { InPlace: true } && loop.Shell.Side.Form.Edits.PreviewButton.Width > 0,
            loop => Click(loop, loop.Shell.Side.Form.Edits.PreviewButton),
            _ => viewer.Layers.Count == 2,
            Do(loop => seen.Add($"{viewer.Layers[1].Name}, {viewer.Layers[1].IsTemporary}, {layer.Visible}, {Bytes(layer).SequenceEqual(before)}, {loop.Bench.History.Steps.Count}")),
            // Parameters change: the preview follows by itself.
            Do(loop => loop.Bench.Form![loop.Bench.Form.Operation.Parameters.Items.First(item => item.Name == "smaller-than")] = "4"),
            loop => viewer.Layers.Count == 2 && Bytes((LabelsLayer)viewer.Layers[1]).Count(label => label == 1) == 1008,
            Do(loop => loop.Bench.Form![loop.Bench.Form.Operation.Parameters.Items.First(item => item.Name == "smaller-than")] = "20"),
            loop => viewer.Layers.Count == 2 && Bytes((LabelsLayer)viewer.Layers[1]).Count(label => label == 1) == 1000,
            loop => Click(loop, loop.Shell.Side.Form.Edits.ApplyButton),
            loop => viewer.Layers.Count == 1 && loop.Bench.History.Steps.Count == 1,
            Do(loop => seen.Add($"{loop.Bench.History.Undoable!.Title}, {layer.Visible}, {Bytes(layer).Count(label => label != LabelVolume.Unlabelled)}")),
            Do(loop => new Pointer(loop.Title).Press("Ctrl+Z")),
            _ => Bytes(layer).SequenceEqual(before),
            Do(loop => seen.Add($"undone, {loop.Bench.Services.History.Session.Count} run")));

        Assert.Equal(["Preview: Remove islands, True, False, True, 0", "Remove islands in 'specks', True, 1000", "undone, 1 run"], seen);
    }

    [DisplayFact]
    public void Preview_OfAFormThatIsClosed_GoesAndShowsTheLayerAgain()
    {
        var (viewer, layer) = (new Viewer(), Specks());
        viewer.Layers.Add(layer);
        var isBack = false;
        using var services = new AppServices(Path.Combine(TestFolders.Program, "plugins"));
        Run(services, viewer,
            Do(loop => loop.Bench.OpenForm("remove.islands")),
            loop => loop.Bench.Form is not null,
            Do(loop => loop.Bench.Edits.Preview(loop.Bench.Form!)),
            _ => viewer.Layers.Count == 2 && !layer.Visible,
            Do(loop => loop.Bench.Form = null),
            loop => isBack = viewer.Layers.Count == 1 && layer.Visible && !loop.Bench.Edits.IsOn && loop.Bench.History.Steps.Count == 0);

        Assert.True(isBack);
    }

    [DisplayFact]
    public void Islands_NotInPlace_MakeANewLayer()
    {
        var (viewer, layer) = (new Viewer(), Specks());
        viewer.Layers.Add(layer);
        var before = Bytes(layer);
        using var services = new AppServices(Path.Combine(TestFolders.Program, "plugins"));
        Run(services, viewer,
            Do(loop => loop.Bench.OpenForm("remove.islands")),
            loop => loop.Bench.Form is not null,
            Do(loop => loop.Bench.Form!.InPlace = false),
            Do(loop => new Pointer(loop.Title).Press("Ctrl+Enter")),
            _ => viewer.Layers.Count == 2);

        Assert.Equal(before, Bytes(layer));
        Assert.Equal("specks, remove islands", viewer.Layers[1].Name);
    }
}
