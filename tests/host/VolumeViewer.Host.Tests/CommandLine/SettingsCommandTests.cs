namespace VolumeViewer.Host.Tests.CommandLine;

public sealed class SettingsCommandTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    private ProgramRun Run(params string[] words) => ProgramRun.Of(new Dictionary<string, string?> { ["VOLUMEVIEWER_HOME"] = _home.Path }, words);

    [Fact]
    public void Set_ThenGetAndList_TellTheValue()
    {
        Assert.Equal(0, Run("settings", "set", "watchPlugins", "false").ExitCode);
        Assert.Equal(0, Run("settings", "set", "keys.edit.undo", "ctrl+u; F9").ExitCode);

        Assert.Equal("false", Run("settings", "get", "watchPlugins").Output.Trim());
        Assert.Equal("ctrl+u", Run("settings", "get", "keys.edit.undo", "--json").Json.GetProperty("value")[0].GetString());
        var list = Run("settings", "list", "--json").Json;
        Assert.True(File.Exists(list.GetProperty("file").GetString()));
        Assert.False(list.GetProperty("settings").GetProperty("watchPlugins").GetBoolean());
        Assert.Equal(1024, list.GetProperty("settings").GetProperty("undoMemoryMebibytes").GetInt32());
        Assert.Contains("undoMemoryMebibytes", Run("settings", "list").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Set_OfTheKeyScheme_ChangesTheKeysThatAreTold()
    {
        Assert.Equal("1;2", Run("settings", "get", "keys.paint.phase-1").Output.Trim() + ";" + Run("settings", "get", "keys.paint.phase-2").Output.Trim());

        var run = Run("settings", "set", "keyScheme", "napari");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal("1;E", Run("settings", "get", "keys.paint.eraser").Output.Trim());
        Assert.Equal("Alt+1", Run("settings", "get", "keys.paint.phase-1").Output.Trim());
    }

    [Theory]
    [InlineData("there are: textScale", "get", "colour")]
    [InlineData("edit.undo", "get", "keys.edit.undoo")]
    [InlineData("0.75 to 3", "set", "textScale", "9")]
    [InlineData("true or false", "set", "watchPlugins", "maybe")]
    [InlineData("finish or cancel", "set", "onPluginReplaced", "explode")]
    [InlineData("Ctrl+Shift+P", "set", "keys.edit.undo", "Strg+Z")]
    public void ABadNameOrValue_IsRefused(string expected, params string[] words)
    {
        var run = Run(["settings", .. words]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_home.Path));
    }

    [Fact]
    public void Set_OfAKeyThatIsTaken_TellsWhoHasIt()
    {
        var run = Run("settings", "set", "keys.layer.remove", "V");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("layer.toggle-visible", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Set_WithADamagedFile_EndsWithTwoAndKeepsIt()
    {
        var file = _home.File("settings/settings.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "{ oops");

        var run = Run("settings", "set", "watchPlugins", "false");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("line 1", run.Errors, StringComparison.Ordinal);
        Assert.Equal("{ oops", File.ReadAllText(file));
    }
}
