using VolumeViewer.Host.Settings;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Settings;

public sealed class SettingsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder.File("settings.json");

    public void Dispose() => _folder.Dispose();

    private SettingsFile With(string text)
    {
        System.IO.File.WriteAllText(File, text);
        return new SettingsFile(File);
    }

    [Fact]
    public void Current_WithoutAFile_IsTheDefaultsAndWritesNone()
    {
        var file = new SettingsFile(_folder.File("no folder/settings.json"));

        Assert.Empty(file.Faults);
        Assert.True(file.Current.WatchPlugins);
        Assert.Equal(1024, file.Current.UndoMemoryMebibytes);
        Assert.False(System.IO.File.Exists(file.Path));
    }

    [Fact]
    public void Update_OfSomeSettings_KeepsWhatItDoesNotKnowAndLeavesNoOtherFile()
    {
        var file = With("""{ "later": { "a": [1, 2] }, "watchPlugins": false, "keys": { "edit.undo": "F9", "of.later": ["F7"] } }""");
        Assert.Empty(file.Faults);
        Assert.Equal(["F9"], file.Current.Keys["edit.undo"].AsEnumerable());

        file.Update(settings => settings with { TextScale = 1.5, DevelopmentFolders = ["/a b/c"] });

        var again = new SettingsFile(File);
        Assert.Equal((1.5, false), (again.Current.TextScale, again.Current.WatchPlugins));
        Assert.Equal(["/a b/c"], again.Current.DevelopmentFolders.AsEnumerable());
        Assert.Equal(["F7"], again.Current.Keys["of.later"].AsEnumerable());
        var text = System.IO.File.ReadAllText(File);
        Assert.Contains("\"later\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("undoMemoryMebibytes", text, StringComparison.Ordinal);
        Assert.Equal([File], Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("{\n  \"watchPlugins\": true,\n  \"textScale\": }", "line 3")]
    [InlineData("{\n  // a comment\n}", "line 2")]
    [InlineData("{ \"textScale\": 1, \"textScale\": 2 }", "textScale")]
    [InlineData("[1]", "one object")]
    public void ADamagedFile_IsToldAndNotWrittenOver(string text, string expected)
    {
        var file = With(text);

        var fault = Assert.Single(file.Faults);
        Assert.Contains(File, fault, StringComparison.Ordinal);
        Assert.Contains(expected, fault, StringComparison.Ordinal);
        Assert.Contains(File, Assert.Throws<UserException>(() => file.Update(settings => settings with { TextScale = 2 })).Message, StringComparison.Ordinal);
        Assert.Equal(text, System.IO.File.ReadAllText(File));
        Assert.Equal(2, file.Current.TextScale);
    }

    [Theory]
    [InlineData("""{ "textScale": "big", "watchPlugins": false }""", "textScale")]
    [InlineData("""{ "textScale": 40, "watchPlugins": false }""", "0.75 to 3")]
    [InlineData("""{ "undoMemoryMebibytes": 1.5, "watchPlugins": false }""", "whole number")]
    [InlineData("""{ "onPluginReplaced": "explode", "watchPlugins": false }""", "finish or cancel")]
    [InlineData("""{ "disabledPlugins": [1], "watchPlugins": false }""", "disabledPlugins")]
    [InlineData("""{ "keys": { "edit.undo": ["Strg+Z"] }, "watchPlugins": false }""", "keys.edit.undo")]
    [InlineData("""{ "keys": [], "watchPlugins": false }""", "keys")]
    [InlineData("""{ "textScale": null, "watchPlugins": false }""", "null")]
    public void AWrongValue_IsToldAndTheOthersHold(string text, string expected)
    {
        var file = With(text);

        Assert.Contains(expected, Assert.Single(file.Faults), StringComparison.Ordinal);
        Assert.Equal(new AppSettings().TextScale, file.Current.TextScale);
        Assert.False(file.Current.WatchPlugins);
    }

    [Fact]
    public void ReadIfWritten_AfterAnEditByHand_TakesItUpAndTells()
    {
        var file = With("{}");
        var told = 0;
        file.Changed += (_, _) => told++;
        Assert.False(file.ReadIfWritten());

        System.IO.File.WriteAllText(File, """{ "rightWidth": 400 }""");

        Assert.True(file.ReadIfWritten());
        Assert.Equal((400, 1), (file.Current.RightWidth, told));
        // Two windows at a time do not lose each other's changes.
        System.IO.File.WriteAllText(File, """{ "rightWidth": 410 }""");
        file.Update(settings => settings with { LeftWidth = 300 });
        Assert.Equal((300, 410), (new SettingsFile(File).Current.LeftWidth, new SettingsFile(File).Current.RightWidth));
    }

    [Fact]
    public void WriteIfMissing_WritesEverySettingForEditing()
    {
        var file = new SettingsFile(File);
        file.WriteIfMissing();

        var text = System.IO.File.ReadAllText(File);
        Assert.All(SettingsTable.All, setting => Assert.Contains($"\"{setting.Name}\"", text, StringComparison.Ordinal));
        Assert.Empty(new SettingsFile(File).Faults);
        System.IO.File.WriteAllText(File, "{}");
        file.WriteIfMissing();
        Assert.Equal("{}", System.IO.File.ReadAllText(File));
    }
}
