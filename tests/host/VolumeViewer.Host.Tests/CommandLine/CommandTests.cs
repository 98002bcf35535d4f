using System.Text.Json;

namespace VolumeViewer.Host.Tests.CommandLine;

public sealed class CommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Electrode => Path.Combine(TestFolders.Samples, "taufactor-electrode", "electrode.tiff");

    private static string Slice(string name) => Path.Combine(TestFolders.Samples, "segmentpy-nmc", name);

    private static ProgramRun Run(params string[] words)
    {
        var run = ProgramRun.Of(words);
        Assert.True(run.ExitCode == 0, $"'{string.Join(" ", words)}' ended with {run.ExitCode}: {run.Errors}{run.Output}");
        return run;
    }

    [Fact]
    public void Info_OfAGreySlice_TellsShapeTypeAndGreys()
    {
        var info = Run("info", Slice("300.tif"), "--json").Json;
        Assert.Equal([1, 499, 601], info.GetProperty("shape").EnumerateArray().Select(length => length.GetInt32()));
        Assert.Equal("Float32", info.GetProperty("voxelType").GetString());
        Assert.Equal("image", info.GetProperty("kind").GetString());
        Assert.Equal(JsonValueKind.Null, info.GetProperty("spacingMicrometres").ValueKind);
    }

    [Fact]
    public void Info_OfLabels_TellsTheirFileValues()
    {
        var phases = Run("info", Electrode, "--json").Json.GetProperty("phases").EnumerateArray();
        Assert.Equal([0, 85, 170], phases.Select(phase => phase.GetProperty("value").GetInt32()));
    }

    [Fact]
    public void MeasureVolumeFractions_OfTheElectrode_GivesThePublishedValues()
    {
        var tables = Run("run", "measure.volume-fractions", "--in", Electrode, "--json").Json.GetProperty("tables");
        var fractions = tables.EnumerateObject().First().Value.EnumerateArray().Select(row => row.GetProperty("volume fraction").GetDouble()).ToList();
        // Published with the volume: 0.4499 / 0.4005 / 0.1496.
        Assert.Equal([0.449917, 0.400466, 0.149616], fractions.Select(fraction => Math.Round(fraction, 6)));
    }

    [Fact]
    public void SegmentThenCompare_OverFiles_GivesAnAgreement()
    {
        Run("run", "segment.multi-otsu", "--in", Slice("300.tif"), "--out", _folder.File("otsu.tif"));
        var agreement = Run("run", "measure.agreement", "--in", _folder.File("otsu.tif"), "--reference", _folder.File("otsu.tif"), "--json");
        Assert.Equal(1, agreement.Json.GetProperty("tables").GetProperty("agreement")[0].GetProperty("accuracy").GetDouble());
    }

    [Fact]
    public void Convert_PartOfTheSlices_KeepsVoxelsAndPhases()
    {
        Run("convert", Electrode, _folder.File("part.tif"), "--slices", "10..12", "--spacing", "0.390625");
        var info = Run("info", _folder.File("part.tif"), "--json").Json;
        Assert.Equal([3, 256, 256], info.GetProperty("shape").EnumerateArray().Select(length => length.GetInt32()));
        Assert.Equal(0.390625, info.GetProperty("spacingMicrometres")[0].GetDouble(), 1e-6);
    }

    [Fact]
    public void Render_OfTheElectrode_WritesAPictureWithoutADisplay()
    {
        var environment = new Dictionary<string, string?> { ["DISPLAY"] = null };
        var run = ProgramRun.Of(environment, "render", Electrode, "--out", _folder.File("electrode.png"), "--size", "320x240");
        Assert.True(run.ExitCode == 0, run.Errors);
        var png = File.ReadAllBytes(_folder.File("electrode.png"));
        // Width and height stand in the first chunk of a PNG.
        Assert.Equal((320, 240), (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        Assert.True(png.Length > 5000);
    }

    [Fact]
    public void OperationsList_NamesTheOperationsOfTheDesign()
    {
        var ids = Run("operations", "list", "--json").Json.EnumerateArray().Select(entry => entry.GetProperty("id").GetString()).ToList();
        Assert.Superset(
            new HashSet<string?>(["segment.multi-otsu", "segment.k-means", "segment.volume-fractions", "train.network", "predict.network", "measure.volume-fractions", "measure.agreement"]),
            ids.ToHashSet());
    }

    [Fact]
    public void PluginsList_Loaded_HasEveryPluginActive()
    {
        var plugins = Run("plugins", "list", "--load", "--json").Json.EnumerateArray().ToList();
        Assert.True(plugins.Count >= 5);
        Assert.All(plugins, plugin => Assert.Equal("active", plugin.GetProperty("state").GetString()));
    }

    [Fact]
    public void PluginsList_WithABrokenPlugin_ShowsItAndTheProgramGoesOn()
    {
        var home = new Dictionary<string, string?> { [UserFolders.HomeVariable] = _folder.File("home") };
        _folder.AddPlugin("broken", manifest: "{");
        _folder.AddPlugin("faulty", fixture: "FaultyOperation");
        var run = Run("plugins", "list", "--plugin-folder", _folder.Path);
        Assert.Contains("plugin.json cannot be read", run.Output, StringComparison.Ordinal);
        Assert.Contains("test.divides", run.Output, StringComparison.Ordinal);
        Assert.Contains("not-trusted", run.Output, StringComparison.Ordinal);

        var untrusted = ProgramRun.Of(home, "run", "test.divides", "--divisor", "4", "--plugin-folder", _folder.Path);
        Assert.Equal(2, untrusted.ExitCode);
        Assert.Contains("plugins trust faulty", untrusted.Errors, StringComparison.Ordinal);
        var trusted = ProgramRun.Of(home, "plugins", "trust", "faulty", "--plugin-folder", _folder.Path);
        Assert.Contains("FaultyOperation.dll", trusted.Output, StringComparison.Ordinal);

        var divided = ProgramRun.Of(home, "run", "test.divides", "--divisor", "4", "--plugin-folder", _folder.Path, "--json");
        Assert.Equal(3, divided.Json.GetProperty("tables").GetProperty("quotient")[0].GetProperty("value").GetInt32());
        var failed = ProgramRun.Of(home, "run", "test.divides", "--divisor", "0", "--plugin-folder", _folder.Path);
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("plugin 'faulty' failed", failed.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("run --help")]
    [InlineData("run train.network --help")]
    [InlineData("render --help")]
    [InlineData("demo --help")]
    public void Help_IsThereForEveryCommand(string words) => Assert.Contains("Usage:", Run(words.Split(' ')).Output, StringComparison.Ordinal);

    [Fact]
    public void HelpOfAnOperation_TellsItsParametersWithRangeAndDefault()
    {
        var help = Run("run", "segment.multi-otsu", "--help").Output;
        Assert.Contains("--phases", help, StringComparison.Ordinal);
        Assert.Contains("default 3", help, StringComparison.Ordinal);
    }

    [Fact]
    public void Demo_WithFewSteps_TrainsComparesMeasuresAndDraws()
    {
        var demo = Run("demo", "--quick", "--no-window", "--out", _folder.File("demo"), "--json").Json;
        var tables = demo.GetProperty("tables");
        foreach (var slice in new[] { "Slice 300, trained on 1 and 100", "Slice 1503, trained on 1501" })
        {
            var rows = tables.GetProperty(slice).EnumerateArray().ToDictionary(row => row.GetProperty("method").GetString()!, row => row.GetProperty("accuracy").GetDouble());
            Assert.Equal(["multi-Otsu", "k-means", "LRCS-Net"], rows.Keys);
            // Even after a twentieth of the steps the network labels more voxels right than thresholds do (0.58 on both slices).
            Assert.True(rows["LRCS-Net"] > rows["multi-Otsu"], $"{slice}: {rows["LRCS-Net"]} against {rows["multi-Otsu"]}");
        }
        var electrode = tables.GetProperty("Volume fractions of the electrode").EnumerateArray();
        Assert.All(electrode, row => Assert.Equal(row.GetProperty("published").GetDouble(), row.GetProperty("measured").GetDouble(), 5e-5));
        var pictures = demo.GetProperty("pictures").EnumerateArray().Select(file => file.GetString()!).ToList();
        Assert.Equal(7, pictures.Count);
        Assert.All(pictures, file => Assert.True(new FileInfo(file).Length > 10_000));
        Assert.True(File.Exists(_folder.File("demo/lrcs-net-1-100/run.json")));
    }
}
