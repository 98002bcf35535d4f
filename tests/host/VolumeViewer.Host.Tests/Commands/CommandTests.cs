using System.Collections.Immutable;

using ImGuiNET;

using VolumeViewer.Host.Commands;
using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Settings;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Commands;

public sealed class CommandTests : IDisposable
{
    private readonly AppServices _services = new(Path.Combine(AppContext.BaseDirectory, "no such plugins"));
    private readonly Viewer _viewer = Panels.Scenes.Viewer("a", "b", "c");
    private readonly Workbench _bench;
    private readonly CommandTarget _target;

    public CommandTests()
    {
        _bench = new Workbench(_services, _viewer);
        _target = new CommandTarget(_bench, new ViewState(), new ShellState());
    }

    public void Dispose()
    {
        _bench.Dispose();
        _services.Dispose();
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Chosen(string id, params string[] keys) => new AppSettings().Keys.Add(id, [.. keys]);

    private void Run(string id)
    {
        var command = CommandTable.Find(id);
        Assert.True(command.IsEnabled(_target), id);
        command.Run(_target);
        _bench.History.EndGesture();
    }

    [Theory]
    [InlineData("Ctrl+Shift+Z", ImGuiKey.Z, true, true, false)]
    [InlineData("shift + ctrl + z", ImGuiKey.Z, true, true, false)]
    [InlineData("Alt+F4", ImGuiKey.F4, false, false, true)]
    [InlineData("1", ImGuiKey._1, false, false, false)]
    [InlineData("Up", ImGuiKey.UpArrow, false, false, false)]
    [InlineData("Ctrl+Comma", ImGuiKey.Comma, true, false, false)]
    [InlineData("Ctrl+,", ImGuiKey.Comma, true, false, false)]
    [InlineData("Shift+=", ImGuiKey.Equal, false, true, false)]
    [InlineData("-", ImGuiKey.Minus, false, false, false)]
    public void KeyChord_OfText_IsThatKey(string text, ImGuiKey key, bool ctrl, bool shift, bool alt)
    {
        Assert.True(KeyChord.TryParse(text, out var chord));
        Assert.Equal(new KeyChord(key, ctrl, shift, alt), chord);
        Assert.Equal(chord, KeyChord.Parse(chord.ToString()));
    }

    [Fact]
    public void KeyChord_OfASign_IsShownAsTheSign() => Assert.Equal("Ctrl+,", KeyChord.Parse("Ctrl+Comma").ToString());

    [Theory]
    [InlineData("")]
    [InlineData("Ctrl")]
    [InlineData("Ctrl+")]
    [InlineData("Ctrl+Ctrl+Z")]
    [InlineData("Hyper+Z")]
    [InlineData("Ctrl+Zed")]
    [InlineData("LeftShift")]
    public void KeyChord_OfOtherText_IsRefused(string text)
    {
        Assert.False(KeyChord.TryParse(text, out _));
        Assert.Throws<FormatException>(() => KeyChord.Parse(text));
    }

    [Fact]
    public void Table_AsItIs_HasNoConflictAndNoIdTwice()
    {
        Assert.Empty(new KeyMap(CommandTable.All, new AppSettings().Keys).Faults);
        Assert.Equal(CommandTable.All.Count, CommandTable.All.Select(command => command.Id).Distinct().Count());
        Assert.All(CommandTable.All, command => Assert.Matches("^[a-z]+\\.[a-z0-9-]+$", command.Id));
    }

    [Fact]
    public void KeyMap_WithChosenKeys_GivesThemAndTakesTheOld()
    {
        var map = new KeyMap(CommandTable.All, Chosen("edit.undo", "Ctrl+U", "F9"));

        Assert.Equal("Ctrl+U, F9", map.Text(CommandTable.Find("edit.undo")));
        Assert.DoesNotContain(map.All(isPainting: false), pair => pair.Key == KeyChord.Parse("Ctrl+Z"));
        Assert.Empty(map.Faults);
        Assert.Equal("", new KeyMap(CommandTable.All, Chosen("edit.undo")).Text(CommandTable.Find("edit.undo")));
    }

    [Fact]
    public void KeyMap_WithAKeyWantedTwice_GivesItToTheChosenAndTells()
    {
        var map = new KeyMap(CommandTable.All, Chosen("layer.remove", "V"));

        Assert.Equal("layer.remove", map.All(isPainting: false).Single(pair => pair.Key == KeyChord.Parse("V")).Value.Id);
        var fault = Assert.Single(map.Faults);
        Assert.Contains("layer.toggle-visible", fault, StringComparison.Ordinal);
        Assert.Contains("layer.remove", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, false, "layer.remove")]
    [InlineData(true, false, "layer.remove")]
    [InlineData(false, true, "measure.remove")]
    public void KeyMap_WhileMeasuring_GivesDeleteToTheMeasurement(bool isPainting, bool isMeasuring, string expected)
    {
        var map = new KeyMap(CommandTable.All, new AppSettings().Keys);

        Assert.Equal(expected, map.All(isPainting, isMeasuring).Single(pair => pair.Key == KeyChord.Parse("Delete")).Value.Id);
        Assert.Equal(isMeasuring, map.All(isPainting, isMeasuring).Any(pair => pair.Key == KeyChord.Parse("Escape") && pair.Value.Id == "measure.cancel"));
    }

    [Fact]
    public void KeyMap_WithUnknownCommandsAndKeys_TellsThem()
    {
        Assert.Contains("'edit.undoo'", Assert.Single(new KeyMap(CommandTable.All, Chosen("edit.undoo", "F9")).Faults), StringComparison.Ordinal);
        Assert.Contains("'Strg+Z'", Assert.Single(new KeyMap(CommandTable.All, Chosen("edit.undo", "Strg+Z")).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void NapariKeys_OfEveryCommand_AreThereWithoutConflict()
    {
        var map = new KeyMap(CommandTable.All, new AppSettings().Keys, KeyScheme.Napari);

        Assert.Empty(map.Faults);
        Assert.All(KeySchemes.Changed, id => Assert.Equal(KeySchemes.KeysOf(CommandTable.Find(id), KeyScheme.Napari), map.Of(CommandTable.Find(id))));
        // No command is out of reach for another's sake.
        Assert.DoesNotContain(CommandTable.All, command => command.Keys.Count > 0 && map.Of(command).Count == 0);
    }

    [Theory]
    [InlineData("1", "paint.eraser")]
    [InlineData("2", "paint.brush")]
    [InlineData("3", "paint.polygon")]
    [InlineData("4", "paint.fill")]
    [InlineData("5", "paint.pick")]
    [InlineData("6", "paint.navigate")]
    [InlineData("B", "paint.preserve")]
    [InlineData("M", "paint.new-phase")]
    [InlineData("X", "paint.swap")]
    [InlineData("]", "paint.larger")]
    [InlineData("Alt+3", "paint.phase-3")]
    public void NapariKeys_WhilePainting_TakeItsTools(string key, string expected)
    {
        var map = new KeyMap(CommandTable.All, new AppSettings().Keys, KeyScheme.Napari);

        Assert.Equal(expected, map.All(isPainting: true).Single(pair => pair.Key == KeyChord.Parse(key)).Value.Id);
    }

    // As napari/utils/shortcuts.py has them for its points layer.
    [Theory]
    [InlineData("1", "points.remove", "paint.eraser")]
    [InlineData("2", "points.add", "paint.brush")]
    [InlineData("P", "points.add", "paint.brush")]
    [InlineData("3", "points.select", "paint.polygon")]
    [InlineData("S", "points.select", "points.select")]
    [InlineData("4", "paint.navigate", "paint.fill")]
    [InlineData("Z", "paint.navigate", "paint.navigate")]
    [InlineData("Delete", "points.remove", "layer.remove")]
    public void NapariKeys_WithPoints_TakeTheirTools(string key, string expected, string otherwise)
    {
        var map = new KeyMap(CommandTable.All, new AppSettings().Keys, KeyScheme.Napari);

        Assert.Equal(expected, map.All(isPainting: true, isMeasuring: false, hasPoints: true).Single(pair => pair.Key == KeyChord.Parse(key)).Value.Id);
        Assert.Equal(otherwise, map.All(isPainting: true).Single(pair => pair.Key == KeyChord.Parse(key)).Value.Id);
        Assert.Equal("Shift+P (points: 2, P)", map.Text(CommandTable.Find("points.add")));
        Assert.Equal("F6", new KeyMap(CommandTable.All, Chosen("points.add", "F6"), KeyScheme.Napari).Text(CommandTable.Find("points.add")));
    }

    [Fact]
    public void OwnKeys_WithPoints_AreTheSameAsWithout()
    {
        var map = new KeyMap(CommandTable.All, new AppSettings().Keys);

        Assert.Equal(map.All(isPainting: true), map.All(isPainting: true, isMeasuring: false, hasPoints: true));
    }

    [Fact]
    public void NapariKeys_WithAKeyOfOnesOwn_GiveWayToIt()
    {
        var map = new KeyMap(CommandTable.All, Chosen("paint.brush", "F6"), KeyScheme.Napari);

        Assert.Equal("F6", map.Text(CommandTable.Find("paint.brush")));
        Assert.DoesNotContain(map.All(isPainting: true), pair => pair.Key == KeyChord.Parse("2"));
        Assert.Equal("1, E", map.Text(CommandTable.Find("paint.eraser")));
    }

    [Fact]
    public void LayerCommands_OfTheSelectedLayer_ChangeItAndCanBeUndone()
    {
        _viewer.SelectedLayer = _viewer.Layers[1];
        Run("layer.toggle-visible");
        Assert.Equal([true, false, true], _viewer.Layers.Select(layer => layer.Visible));
        Run("layer.toggle-others");
        Assert.Equal([false, false, false], _viewer.Layers.Select(layer => layer.Visible));
        Run("layer.bring-up");
        Assert.Equal(["a", "c", "b"], _viewer.Layers.Select(layer => layer.Name));
        Run("layer.select-below");
        Assert.Equal("c", _viewer.SelectedLayer.Name);
        Run("layer.remove");
        Assert.Equal(["a", "b"], _viewer.Layers.Select(layer => layer.Name));

        Assert.Equal(["Hide 'b'", "Hide the other layers", "Move 'b'", "Remove 'c'"], _bench.History.Steps.Select(step => step.Title));
        Assert.Equal("Undo: Remove 'c'", CommandTable.Find("edit.undo").TitleNow!(_target));
        for (var step = 0; step < 4; step++)
            Run("edit.undo");
        Assert.Equal(["a", "b", "c"], _viewer.Layers.Select(layer => layer.Name));
        Assert.All(_viewer.Layers, layer => Assert.True(layer.Visible));
        Assert.False(CommandTable.Find("edit.undo").IsEnabled(_target));
        Run("edit.redo");
        Assert.False(_viewer.Layers[1].Visible);
    }

    [Fact]
    public void RunsCommands_RunAgain_CloseWhatTheyOpened()
    {
        Run("view.queue");
        Assert.Equal((true, RunsTab.Queue), (_bench.Runs.IsOpen, _bench.Runs.Tab));
        Assert.True(CommandTable.Find("view.queue").IsOn!(_target));
        Run("view.runs");
        Assert.Equal((true, RunsTab.Curves), (_bench.Runs.IsOpen, _bench.Runs.Tab));
        _bench.Runs.Tab = RunsTab.Table;
        Run("view.runs");
        Assert.False(_bench.Runs.IsOpen);
        Run("view.queue");
        Run("view.queue");
        Assert.False(_bench.Runs.IsOpen);
    }

    [Fact]
    public void AddLayers_OfSeveral_IsOneStep()
    {
        var more = Panels.Scenes.Viewer("a", "d").Layers.ToList();
        _bench.AddLayers(more);

        Assert.Equal(["a", "b", "c", "a (2)", "d"], _viewer.Layers.Select(layer => layer.Name));
        Assert.Equal("Add 2 layers", Assert.Single(_bench.History.Steps).Title);
        Run("edit.undo");
        Assert.Equal(["a", "b", "c"], _viewer.Layers.Select(layer => layer.Name));
    }

    [Fact]
    public void Remove_AndItsNotice_UndoOnlyWhileItIsTheLastStep()
    {
        var layer = _viewer.Layers[0];
        _bench.Remove(layer);
        var notice = Assert.Single(_bench.Notices.Shown);
        Assert.True(notice.CanUndo());
        _viewer.Layers[0].Visible = false;
        Assert.False(notice.CanUndo());
        _bench.History.Undo();
        Assert.True(notice.CanUndo());
        _bench.Notices.Undo(notice);
        Assert.Same(layer, _viewer.Layers[0]);
    }

    // A layer that nothing can bring back is disposed once, after the renderer was told, and not while a job may read it.
    [Fact]
    public async Task Tick_AfterUndoGaveUpALayer_DisposesItWhenNoJobRuns()
    {
        var layer = (ImageLayer)_viewer.Layers[0];
        var forgotten = new List<Layer>();
        _bench.Forgotten += each =>
        {
            forgotten.Add(each);
            ((ImageLayer)each).Volume.ReadSlice(0, new byte[30]);
        };
        using var gate = new ManualResetEventSlim();
        var job = _services.Jobs.Start("reads", _ => Task.Run(() =>
        {
            gate.Wait();
            return 1;
        }), _ => { });
        _bench.Remove(layer);
        _bench.Tick();
        _bench.History.Clear();
        _bench.Tick();
        Assert.Empty(forgotten);
        layer.Volume.ReadSlice(0, new byte[30]);

        gate.Set();
        while (job.State == JobState.Running)
            await Task.Delay(5);
        _bench.Tick();
        _bench.Tick();

        Assert.Equal([layer], forgotten);
        Assert.Throws<ObjectDisposedException>(() => layer.Volume.ReadSlice(0, new byte[30]));
    }
}
