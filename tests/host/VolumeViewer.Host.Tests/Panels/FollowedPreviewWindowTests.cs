using System.Text.Json.Nodes;

using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

using static VolumeViewer.Host.Tests.Panels.WindowScript;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>Operations that only show something, followed from their form in the real window, with real clicks where there is a display.</summary>
[Collection("window")]
public sealed class FollowedPreviewWindowTests
{
    private sealed record Shown
    {
        [Parameter("Grey", Min = 1, Max = 1000)]
        public int Grey { get; init; } = 10;

        [Parameter("Edge", Min = 2, Max = 100)]
        public int Edge { get; init; } = 4;

        [Parameter("Name")]
        public string Name { get; init; } = "patches";
    }

    // An image of one value and a table of it; 13 cannot be shown, and above 900 it lasts until it is cancelled.
    private static Operation<Shown> Patches(List<string> ends) => new("preview.patches", "Preview patches", (context, parameters) =>
    {
        if (parameters.Grey > 900)
        {
            context.CancellationToken.WaitHandle.WaitOne(TimeSpan.FromSeconds(30));
            lock (ends)
                ends.Add($"{parameters.Grey}: {context.CancellationToken.IsCancellationRequested}");
            context.CancellationToken.ThrowIfCancellationRequested();
        }
        if (parameters.Grey == 13)
            throw new UserException("13 cannot be shown.");
        var volume = new Volume<float>(new VolumeShape(3, parameters.Edge, parameters.Edge));
        for (var z = 0; z < 3; z++)
            volume.Slice(z).Fill(parameters.Grey);
        var table = new Table("Patches", new TableColumn("Grey"));
        table.Add(parameters.Grey);
        return new OperationResult { Layers = [new ImageLayer(parameters.Name, volume)], Tables = [table] };
    })
    { IsPreview = true };

    private static float Grey(Viewer viewer, int layer)
    {
        Span<float> slice = new float[viewer.Layers[layer].Shape.Height * viewer.Layers[layer].Shape.Width];
        ((ImageLayer)viewer.Layers[layer]).Volume.ReadSlice(0, slice);
        return slice[0];
    }

    private static Action<WindowLoop> Fill(string name, int value) =>
        loop => loop.Bench.Form![loop.Bench.Form.Operation.Parameters.Items.First(item => item.Name == name)] = $"{value}";

    private Rect _switch;

    // The form takes the height that it needs in the frame after its first.
    private bool ClickSwitch(WindowLoop loop)
    {
        var (before, button) = (_switch, loop.Shell.Side.Form.Follow.Switch);
        _switch = button;
        if (button.Width <= 0 || button != before)
            return false;
        new Pointer(loop.Title).Click(button.Center, Pointer.Left);
        return true;
    }

    [DisplayFact]
    public void Switch_Clicked_ShowsWhatTheFormGivesAndFollowsIt()
    {
        var (viewer, seen, ends) = (Scenes.Viewer("below"), new List<string>(), new List<string>());
        var before = viewer.Cursor;
        Run(viewer,
            Do(loop => before = viewer.Cursor),
            Do(loop => loop.Bench.Form = new FormModel(Patches(ends), viewer)),
            ClickSwitch,
            _ => viewer.Layers.Count == 2,
            // It is of another size than the image below, which gives way meanwhile.
            Do(loop => seen.Add($"{Grey(viewer, 1)}, {viewer.Layers[1].IsTemporary}, {viewer.Layers[0].Visible}, {viewer.Cursor == before}, {loop.Bench.History.Steps.Count} steps, {loop.Bench.Results.Items[0].Table!.Rows[0][0]}")),
            // What the user sets on the layer goes over to the next one; its values do not.
            Do(_ => viewer.Layers[1].Opacity = 0.25f),
            Do(Fill("grey", 700)),
            _ => viewer.Layers.Count == 2 && Grey(viewer, 1) == 700,
            Do(loop => seen.Add($"{viewer.Layers[1].Opacity}, {((ImageLayer)viewer.Layers[1]).ContrastLimits.Low > 600}, {loop.Bench.Results.Items.Count} table, {viewer.SelectedLayer == viewer.Layers[1]}")),
            // The run that is under way gives way to the newer.
            Do(Fill("grey", 950)),
            loop => loop.Bench.Followed.Running is not null,
            Do(Fill("grey", 30)),
            _ => viewer.Layers.Count == 2 && Grey(viewer, 1) == 30 && ends.Count == 1,
            // What cannot be shown is told, and the last picture stays.
            Do(Fill("grey", 13)),
            loop => loop.Bench.Followed.Reason.Length > 0,
            Do(loop => seen.Add($"{loop.Bench.Followed.Reason} {Grey(viewer, 1)}, {loop.Bench.Services.History.Session.Count} runs")),
            ClickSwitch,
            _ => viewer.Layers.Count == 1,
            Do(loop => seen.Add($"{loop.Bench.Results.Items.Count} tables, {loop.Bench.History.Steps.Count} steps, {viewer.Layers[0].Visible}, {viewer.Cursor == before}")));

        Assert.Equal(["10, True, False, False, 0 steps, 10", "0.25, True, 1 table, True", "13 cannot be shown. 30, 0 runs", "0 tables, 0 steps, True, True"], seen);
        Assert.Equal(["950: True"], ends);
    }

    [DisplayFact]
    public void Run_OfAFollowedForm_MakesWhatIsShownLast()
    {
        var (viewer, seen) = (Scenes.Viewer("below"), new List<string>());
        Run(viewer,
            Do(loop => loop.Bench.Form = new FormModel(Patches([]), viewer)),
            Do(loop => new Pointer(loop.Title).Press("Alt+Enter")),
            _ => viewer.Layers.Count == 2,
            Do(_ => viewer.Layers[1].Opacity = 0.5f),
            Do(loop => new Pointer(loop.Title).Press("Ctrl+Enter")),
            loop => viewer.Layers.Count == 2 && !viewer.Layers[1].IsTemporary,
            Do(loop => seen.Add($"{viewer.Layers[1].Name}, {viewer.Layers[1].Opacity}, {loop.Bench.Followed.IsOn}, {loop.Bench.Results.Items.Count}, {loop.Bench.Services.History.Session.Count}, {loop.Bench.History.Steps.Count}")));

        Assert.Equal(["patches, 0.5, False, 1, 1, 1"], seen);
    }

    [DisplayFact]
    public void CtrlEnter_WhileAFieldIsTypedInto_RunsTheFormWithWhatWasTyped()
    {
        var viewer = Scenes.Viewer("below");
        Run(viewer,
            Do(loop => loop.Bench.Form = new FormModel(Patches([]), viewer)),
            loop => loop.Shell.Side.Form.Fields.ContainsKey("name"),
            Do(loop => new Pointer(loop.Title).Click(loop.Shell.Side.Form.Fields["name"].Center, Pointer.Left)),
            _ => ImGuiNET.ImGui.GetIO().WantTextInput,
            Do(loop => new Pointer(loop.Title).Press("End")),
            Do(loop => new Pointer(loop.Title).Type("x")),
            loop => loop.Bench.Form![loop.Bench.Form.Operation.Parameters.Items.First(item => item.Name == "name")].Contains('x'),
            Do(loop => new Pointer(loop.Title).Press("Ctrl+Enter")),
            _ => viewer.Layers.Count == 2);

        Assert.Equal("patchesx", viewer.Layers[1].Name);
    }

    [DisplayFact]
    public void Form_ClosedWhileItIsFollowed_TakesWhatIsShownAlong()
    {
        var viewer = Scenes.Viewer("below");
        var isGone = false;
        Run(viewer,
            Do(loop => loop.Bench.Form = new FormModel(Patches([]), viewer)),
            Do(loop => loop.Bench.Followed.Toggle(loop.Bench.Form!)),
            _ => viewer.Layers.Count == 2,
            Do(loop => loop.Bench.Form = null),
            loop => isGone = viewer.Layers.Count == 1 && !loop.Bench.Followed.IsOn && loop.Bench.Results.Items.Count == 0);

        Assert.True(isGone);
    }

    // A project that kept what the preview hides would open with nothing to be seen.
    [DisplayFact]
    public void Project_SavedWhileAPreviewHidesTheOthers_KeepsThemInSight()
    {
        using var folder = new TemporaryFolder();
        var (viewer, path) = (Scenes.Viewer("below"), folder.File("scene.vvproj"));
        Run(viewer,
            Do(loop => loop.Bench.Form = new FormModel(Patches([]), viewer)),
            Do(loop => loop.Bench.Followed.Toggle(loop.Bench.Form!)),
            _ => viewer.Layers.Count == 2 && !viewer.Layers[0].Visible,
            Do(loop => loop.Bench.Project.SaveTo(path)),
            loop => loop.Bench.Project.State.Path == path && !loop.Bench.Project.IsBusy);

        var layer = Assert.Single(JsonNode.Parse(File.ReadAllText(path))!["layers"]!.AsArray())!["properties"]!;
        Assert.Equal("below", (string?)layer["name"]);
        Assert.True((bool)layer["visible"]!);
    }
}
