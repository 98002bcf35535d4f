using VolumeViewer.Host.Commands;
using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Settings;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Panels;

public sealed class PaletteTests
{
    [Theory]
    [InlineData("fv", "Four views", new[] { 0, 5 })]
    [InlineData("FOUR", "Four views", new[] { 0, 1, 2, 3 })]
    [InlineData("view four", "Four views", new[] { 0, 1, 2, 3, 5, 6, 7, 8 })]
    [InlineData("", "Four views", new int[0])]
    [InlineData("sl", "Size of text: slices", new[] { 14, 15 })]
    public void FuzzyMatch_OfLettersInOrder_FindsThemAtTheirBestPlaces(string query, string text, int[] positions) =>
        Assert.Equal(positions, FuzzyMatch.Of(query, text)!.Positions);

    [Theory]
    [InlineData("vf", "Four views")]
    [InlineData("four x", "Four views")]
    [InlineData("four viewsss", "Four views")]
    public void FuzzyMatch_OfOtherLetters_FindsNothing(string query, string text) => Assert.Null(FuzzyMatch.Of(query, text));

    [Theory]
    [InlineData("otsu", "Multi-Otsu", "Tools to sum up")]
    [InlineData("sl", "Save layer as…", "Isosurface level")]
    [InlineData("re", "Redo", "Save picture")]
    [InlineData("show", "Show plugins", "Show or hide the other layers")]
    [InlineData("screen", "Screenshot", "Screenshot as…")]
    public void FuzzyMatch_OfTwoTexts_PrefersWordStartsAndShortOnes(string query, string better, string worse) =>
        Assert.True(FuzzyMatch.Of(query, better)!.Score > FuzzyMatch.Of(query, worse)!.Score);

    [Fact]
    public void Model_AsOneTypes_PutsTheBestFirstAndMovesAround()
    {
        var model = new PaletteModel();
        PaletteEntry Entry(string id, string title, bool isEnabled = true) => new("Command", id, title, () => { }) { IsEnabled = isEnabled };
        model.Begin([Entry("edit.undo", "Undo"), Entry("file.open", "Open…"), Entry("segment.multi-otsu", "Multi-Otsu"), Entry("edit.redo", "Redo", isEnabled: false)]);
        Assert.Equal(["Undo", "Open…", "Multi-Otsu", "Redo"], model.Hits.Select(hit => hit.Entry.Title));

        model.Query = "segm";
        Assert.Equal("Multi-Otsu", Assert.Single(model.Hits).Entry.Title);
        model.Query = "do";
        Assert.Equal(["Undo", "Redo"], model.Hits.Select(hit => hit.Entry.Title));
        Assert.Null(model.Take(1));
        model.Move(-1);
        Assert.Equal(1, model.Selected);
        model.Move(1);
        Assert.Equal("edit.undo", model.Take()!.Id);
        model.Query = "nothing of the kind";
        model.Move(1);
        Assert.Null(model.Take());
        // What was used last stands first.
        model.Query = "o";
        model.Query = "";
        Assert.Equal("Undo", model.Hits[0].Entry.Title);
    }

    [Fact]
    public void Everything_HoldsCommandsOperationsSamplesAndSettings()
    {
        using var folder = new TemporaryFolder();
        folder.AddPlugin("some", """
            {
              "id": "some", "name": "Some", "version": "1.0.0", "sdk": ">=0.1 <0.2", "assembly": "FaultyOperation.dll",
              "contributions": { "operations": [ { "id": "segment.some", "title": "Some labels" } ], "samples": [ { "id": "some.ramp", "title": "A ramp" } ] }
            }
            """, fixture: "FaultyOperation");
        using var services = new AppServices(folder.Path, new SettingsFile(folder.File("settings.json")));
        using var bench = new Workbench(services, new Viewer());
        var target = new CommandTarget(bench, new ViewState(), new ShellState());
        var entries = PaletteModel.Everything(target);

        Assert.Equal("Ctrl+Z", entries.Single(entry => entry.Id == "edit.undo").Keys);
        Assert.False(entries.Single(entry => entry.Id == "edit.undo").IsEnabled);
        Assert.Contains(entries, entry => entry is { Kind: "Operation", Id: "segment.some", Title: "Some labels" });
        Assert.Contains(entries, entry => entry is { Kind: "Sample", Title: "A ramp" });
        Assert.Equal(entries.Count, entries.Select(entry => (entry.Kind, entry.Id)).Distinct().Count());

        // A switch among the settings is turned and saved.
        Assert.True(entries.Single(entry => entry.Id == "watchPlugins").IsOn);
        entries.Single(entry => entry.Id == "watchPlugins").Run();
        Assert.False(services.Settings.Current.WatchPlugins);
        PaletteModel.Everything(target).Single(entry => entry.Id == "watchPlugins").Run();
        Assert.True(services.Settings.Current.WatchPlugins);
    }
}
