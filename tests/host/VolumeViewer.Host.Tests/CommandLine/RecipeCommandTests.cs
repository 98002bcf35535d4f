using System.Text.Json;

namespace VolumeViewer.Host.Tests.CommandLine;

/// <summary>The history and recipes of real runs, each test in a home of its own.</summary>
public sealed class RecipeCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string?> _environment;

    public RecipeCommandTests() => _environment = new Dictionary<string, string?> { ["VOLUMEVIEWER_HOME"] = _folder.File("home") };

    public void Dispose() => _folder.Dispose();

    private static string Cement => Path.Combine(TestFolders.Samples, "qim3d-cement", "cement_128x128x128.tif");

    private ProgramRun Run(params string[] words)
    {
        var run = ProgramRun.Of(_environment, words);
        Assert.True(run.ExitCode == 0, $"'{string.Join(" ", words)}' ended with {run.ExitCode}: {run.Errors}{run.Output}");
        return run;
    }

    private string Refused(params string[] words)
    {
        var run = ProgramRun.Of(_environment, words);
        Assert.Equal(2, run.ExitCode);
        return run.Errors;
    }

    // Small enough to run in a moment: a part of the cement.
    private void Part(string name, string slices) => Run("convert", Cement, _folder.File(name), "--slices", slices);

    private static string[] Comparisons(ProgramRun run) => [.. run.Json.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("comparison").GetString()!)];

    private void SegmentAndCompare()
    {
        Part("a.tif", "0..5");
        Run("run", "segment.multi-otsu", "--in", _folder.File("a.tif"), "--phases", "2", "--out", _folder.File("otsu.tif"));
        Run("run", "segment.k-means", "--in", _folder.File("a.tif"), "--phases", "2", "--seed", "3", "--out", _folder.File("k.tif"));
        Run("run", "measure.agreement", "--in", _folder.File("k.tif"), "--reference", _folder.File("otsu.tif"));
    }

    [Fact]
    public void Run_Resumed_TakesOverTheStepsThatAreDone_AndRunsWhatChanged()
    {
        Part("a.tif", "0..3");
        const string Recipe = """
            { "format": 1, "inputs": { "grey": { "kind": "image", "path": "a.tif" } }, "steps": [
              { "id": "otsu", "operation": "segment.multi-otsu", "parameters": { "phases": 2 }, "inputs": { "in": "@grey" } },
              { "id": "means", "operation": "segment.k-means", "parameters": { "phases": 2, "seed": 1 }, "inputs": { "in": "@grey" } },
              { "id": "score", "operation": "measure.agreement", "inputs": { "in": "@means", "reference": "@otsu" } } ],
              "report": { "columns": [ { "heading": "accuracy", "of": "score", "table": "agreement", "column": "accuracy", "format": "0.0000" } ],
                "sections": [ { "title": "All", "rows": [ { "heading": "k-means", "steps": { "score": "score" } } ] } ] } }
            """;
        File.WriteAllText(_folder.File("r.json"), Recipe);
        string[] Runs(params string[] more)
        {
            var run = Run(["recipe", "run", _folder.File("r.json"), "--out", _folder.File("done"), "--report", _folder.File("page.md"), "--json", .. more]);
            return [.. run.Json.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("run").GetString()!)];
        }
        var first = Runs();
        var page = File.ReadAllText(_folder.File("page.md"));
        Assert.Equal(first, Runs("--resume"));
        Assert.Equal(page, File.ReadAllText(_folder.File("page.md")));

        // Another parameter makes that step anew, and what works on it where its result is another; so does a file that is gone.
        var second = Runs("--resume", "--set", "means.seed=2");
        Assert.Equal(first[0], second[0]);
        Assert.NotEqual(first[1], second[1]);
        File.Delete(Path.Combine(_folder.File("done"), "otsu.tif"));
        var third = Runs("--resume", "--set", "means.seed=2");
        Assert.NotEqual(second[0], third[0]);
        Assert.Equal(second[1..], third[1..]);
        Assert.Empty(third.Intersect(Runs()));
    }

    [Fact]
    public void Run_OfARecipeWithAFolder_OpensTheFilesInIt()
    {
        Part("a.tif", "0..3");
        const string Steps = """
            "steps": [
              { "id": "otsu", "operation": "segment.multi-otsu", "parameters": { "phases": 2 }, "inputs": { "in": "@folder/a.tif" } },
              { "id": "means", "operation": "segment.k-means", "parameters": { "phases": 2 }, "inputs": { "in": "@folder/a.tif" } }
            ] }
            """;
        File.WriteAllText(_folder.File("r.json"), $$"""{ "format": 1, "inputs": { "folder": { "kind": "path", "path": "." } }, {{Steps}}""");
        JsonSchemaCheck.AssertValid(Path.Combine(TestFolders.Repository, "docs", "recipe.schema.json"), File.ReadAllText(_folder.File("r.json")));
        Run("recipe", "run", _folder.File("r.json"), "--out", _folder.File("done"));
        Assert.True(File.Exists(Path.Combine(_folder.File("done"), "means.tif")));

        File.WriteAllText(_folder.File("missing.json"), File.ReadAllText(_folder.File("r.json")).Replace("@folder/a.tif", "@folder/b.tif", StringComparison.Ordinal));
        Assert.Contains("there is no 'b.tif' in", Refused("recipe", "run", _folder.File("missing.json"), "--out", _folder.File("more")), StringComparison.Ordinal);
        File.WriteAllText(_folder.File("image.json"), $$"""{ "format": 1, "inputs": { "folder": { "kind": "image", "path": "a.tif" } }, {{Steps}}""");
        Assert.Contains("no input of the kind path", Refused("recipe", "run", _folder.File("image.json"), "--out", _folder.File("more")), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithAReport_WritesItsTables_TheBestInBold()
    {
        Part("a.tif", "0..3");
        File.WriteAllText(_folder.File("r.json"), """
            {
              "format": 1,
              "inputs": { "grey": { "kind": "image", "path": "a.tif" } },
              "steps": [
                { "id": "otsu", "operation": "segment.multi-otsu", "parameters": { "phases": 2 }, "inputs": { "in": "@grey" } },
                { "id": "means", "operation": "segment.k-means", "parameters": { "phases": 2 }, "inputs": { "in": "@grey" } },
                { "id": "same", "operation": "measure.agreement", "inputs": { "in": "@otsu", "reference": "@otsu" } },
                { "id": "other", "operation": "measure.agreement", "inputs": { "in": "@means", "reference": "@otsu" } }
              ],
              "report": {
                "title": "Page", "text": "Words.",
                "columns": [
                  { "heading": "accuracy", "of": "score", "table": "agreement", "column": "accuracy", "format": "0.000", "best": "highest" },
                  { "heading": "nothing", "of": "score", "table": "agreement", "column": "none" },
                  { "heading": "time", "of": "make", "format": "0" }
                ],
                "sections": [ { "title": "Methods", "rows": [
                  { "heading": "Otsu", "steps": { "make": "otsu", "score": "same" } },
                  { "heading": "k|means", "steps": { "score": "other" } } ] },
                  { "title": "Checks", "checks": [
                    { "heading": "itself", "step": "same", "table": "agreement", "column": "accuracy", "expected": 1, "source": "by definition" },
                    { "heading": "far", "step": "same", "table": "agreement", "column": "mean IoU", "expected": 0.8, "tolerance": 0.01, "format": "0.0" },
                    { "heading": "cells", "step": "same", "table": "per phase", "row": "phase 0, 1, 1", "column": "IoU", "expected": 1 },
                    { "heading": "none", "step": "same", "table": "agreement", "column": "x", "expected": "infinite" } ] },
                  { "title": "Whole", "tables": [ { "step": "same", "table": "confusion" }, { "step": "same", "table": "lost" } ] } ]
              }
            }
            """);
        JsonSchemaCheck.AssertValid(Path.Combine(TestFolders.Repository, "docs", "recipe.schema.json"), File.ReadAllText(_folder.File("r.json")));
        Run("recipe", "run", _folder.File("r.json"), "--out", _folder.File("done"), "--report", _folder.File("page.md"));
        var lines = File.ReadAllLines(_folder.File("page.md"));
        Assert.Equal(["# Page", "", "Words.", "", "## Methods", "", "| | accuracy | nothing | time |", "| --- | ---: | ---: | ---: |"], lines[..8]);
        Assert.StartsWith("| Otsu | **1.000** | no column 'none' (there are: accuracy,", lines[8], StringComparison.Ordinal);
        Assert.Matches(@"\| \d+ \|$", lines[8]);
        Assert.Equal("| itself | 1 | 1 | 0 | ok | by definition |", lines[15]);
        Assert.Equal("| far | 1.0 | 0.8 | +25% | **off** by more than 1% |  |", lines[16]);
        Assert.Equal("| cells | 1 | 1 | 0 | ok |  |", lines[17]);
        Assert.StartsWith("| none | no column 'x'", lines[18], StringComparison.Ordinal);
        Assert.StartsWith("| phase | reference phase 0 |", lines[22], StringComparison.Ordinal);
        Assert.StartsWith("| --- | ---: |", lines[23], StringComparison.Ordinal);
        Assert.StartsWith("no table 'lost' (there are: agreement", lines[^1], StringComparison.Ordinal);
        Assert.Matches(@"^\| k\\\|means \| 0\.\d{3} \|.*\|  \|$", lines[9]);

        File.WriteAllText(_folder.File("plain.json"), """{ "format": 1, "inputs": { "grey": { "kind": "image", "path": "a.tif" } }, "steps": [ { "id": "otsu", "operation": "segment.multi-otsu", "inputs": { "in": "@grey" } } ] }""");
        Assert.Contains("has no report", Refused("recipe", "run", _folder.File("plain.json"), "--out", _folder.File("more"), "--report", _folder.File("p.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Recipe_OfAChain_FindsItByHashes_AndReplaysBitEqual_OnOtherVolumesToo()
    {
        SegmentAndCompare();
        var history = Run("history", "--json").Json.EnumerateArray().ToList();
        Assert.Equal(["measure.agreement", "segment.k-means", "segment.multi-otsu"], history.Select(record => record.GetProperty("operation").GetString()));
        Assert.Equal("3", history[1].GetProperty("seed").GetString());
        Assert.Single(Run("history", "--operation", "segment.k-means", "--json").Json.EnumerateArray());
        var shown = Run("history", "show", history[1].GetProperty("id").GetString()![..8]).Output;
        Assert.Contains("seed = 3", shown, StringComparison.Ordinal);
        Assert.Contains("segmentation 0.", shown, StringComparison.Ordinal);

        Run("recipe", "save", "--out", _folder.File("r.recipe.json"));
        var text = File.ReadAllText(_folder.File("r.recipe.json"));
        JsonSchemaCheck.AssertValid(Path.Combine(TestFolders.Repository, "docs", "recipe.schema.json"), text);
        var steps = JsonDocument.Parse(text).RootElement.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(["segment-multi-otsu", "segment-k-means", "measure-agreement"], steps.Select(step => step.GetProperty("id").GetString()));
        Assert.Equal("@segment-k-means", steps[2].GetProperty("inputs").GetProperty("in").GetString());
        Assert.Equal("@segment-multi-otsu", steps[2].GetProperty("inputs").GetProperty("reference").GetString());
        // Both segmentations work on the one file, named relative to the recipe.
        var input = Assert.Single(JsonDocument.Parse(text).RootElement.GetProperty("inputs").EnumerateObject());
        Assert.Equal(("in", "a.tif"), (input.Name, input.Value.GetProperty("path").GetString()));

        var same = Run("recipe", "run", _folder.File("r.recipe.json"), "--out", _folder.File("same"), "--json");
        Assert.Equal(["equal", "equal", "equal"], Comparisons(same));
        Assert.All(same.Json.GetProperty("steps").EnumerateArray(), step => Assert.Equal(0, step.GetProperty("pluginNotes").GetArrayLength()));
        Assert.Equal(File.ReadAllBytes(_folder.File("otsu.tif")), File.ReadAllBytes(_folder.File("same/segment-multi-otsu.tif")));
        Assert.True(File.Exists(_folder.File("same/measure-agreement.csv")) && File.Exists(_folder.File("same/measure-agreement.json")));

        Part("b.tif", "60..65");
        var other = Run("recipe", "run", _folder.File("r.recipe.json"), "--in", _folder.File("b.tif"), "--out", _folder.File("other"), "--json");
        Assert.Equal(["other-input", "other-input", "other-input"], Comparisons(other));
        var set = Run("recipe", "run", _folder.File("r.recipe.json"), "--set", "segment-k-means.bins=32", "--out", _folder.File("set"), "--json");
        Assert.Equal(["equal", "other-parameters"], Comparisons(set)[..2]);

        File.WriteAllText(_folder.File("r.recipe.json"), text.Replace(steps[0].GetProperty("recorded").GetProperty("plugins")[0].GetProperty("hash").GetString()!, new string('0', 64), StringComparison.Ordinal));
        var rebuilt = Run("recipe", "run", _folder.File("r.recipe.json"), "--out", _folder.File("rebuilt"));
        Assert.Contains("plugin 'segmentation' 0.1.0 is another build than the recorded one", rebuilt.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Recipe_OfATraining_TakesItsRunFolderAsTheModel()
    {
        var slices = Path.Combine(TestFolders.Samples, "segmentpy-nmc");
        Run("run", "train.network", "--in", slices, "--slices", "1501", "--steps", "2", "--batch-size", "1", "--patch-size", "32", "--out", _folder.File("model"));
        Run("run", "predict.network", "--in", Path.Combine(slices, "1503.tif"), "--model", _folder.File("model"), "--out", _folder.File("labels.tif"));
        Run("recipe", "save", "--out", _folder.File("r.json"));

        var shown = Run("recipe", "show", _folder.File("r.json"), "--json").Json;
        Assert.Equal(["train.network", "predict.network"], shown.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("operation").GetString()));
        Assert.Equal("@train-network/folder", shown.GetProperty("steps")[1].GetProperty("parameters").GetProperty("model").GetString());
        Assert.Equal(["in", "train-network-in"], shown.GetProperty("inputs").EnumerateArray().Select(input => input.GetProperty("name").GetString()));

        var run = Run("recipe", "run", _folder.File("r.json"), "--out", _folder.File("replay"), "--json");
        Assert.Equal("not-deterministic", Comparisons(run)[0]);
        Assert.True(File.Exists(_folder.File("replay/train-network/run.json")));
        Assert.True(File.Exists(_folder.File("replay/predict-network.tif")));
        // On one machine the same seed gives the same weights, and those the same labels.
        var details = run.Json.GetProperty("steps").EnumerateArray().SelectMany(step => step.GetProperty("details").EnumerateArray()).Select(line => line.GetString()).ToList();
        Assert.Contains("file 'best.weights': equal", details);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.File("replay"), ".*"));
    }

    [Fact]
    public void RecipeRun_WithSeveralFaults_TellsAllOfThem_AndWritesNothing()
    {
        File.WriteAllText(_folder.File("bad.json"), """
            {
              "format": 1,
              "inputs": { "in": { "kind": "image", "path": "missing.tif" }, "labels": { "kind": "labels" } },
              "steps": [
                { "id": "one", "operation": "segment.magic", "inputs": { "in": "@in" } },
                { "id": "two", "operation": "segment.multi-otsu", "parameters": { "phases": 99, "colour": "red" }, "inputs": { "in": "@labels" } },
                { "id": "three", "operation": "measure.agreement", "inputs": { "in": "@two" } }
              ]
            }
            """);
        var errors = Refused("recipe", "run", _folder.File("bad.json"), "--nothing", "x.tif", "--set", "four.phases=2", "--out", _folder.File("out"));
        string[] expected =
        [
            "missing.tif", "--labels is missing", "--nothing: the recipe has no such input", "segment.magic", "--phases: 99 is not between", "no parameter 'colour'",
            "must be of the kind image, but '@labels' is of the kind labels", "the input 'reference' is missing", "--set four.phases",
        ];
        Assert.All(expected, fault => Assert.Contains(fault, errors, StringComparison.Ordinal));
        Assert.False(Directory.Exists(_folder.File("out")));
        Assert.Contains("--out is missing", Refused("recipe", "run", _folder.File("bad.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void RecipeRun_IntoAFolderWithSomeoneElsesThings_IsRefused()
    {
        File.WriteAllText(_folder.File("t.json"), """
            { "format": 1, "inputs": { "in": { "kind": "path", "path": "." } }, "steps": [ { "id": "train", "operation": "train.network", "inputs": { "in": "@in" } } ] }
            """);
        Directory.CreateDirectory(_folder.File("out/train"));
        Assert.Contains("is there already and would be replaced", Refused("recipe", "run", _folder.File("t.json"), "--out", _folder.File("out")), StringComparison.Ordinal);
    }

    [Fact]
    public void History_WithoutRuns_SaysSo_AndUnknownIdsAreRefused()
    {
        Assert.Contains("Nothing was run yet", Run("history").Output, StringComparison.Ordinal);
        Assert.Contains("no run 'abc'", Refused("history", "show", "abc"), StringComparison.Ordinal);
        Assert.Contains("Nothing was run yet", Refused("recipe", "save", "--out", _folder.File("r.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithSeveralFaults_TellsAllOfThem()
    {
        var errors = Refused("run", "segment.multi-otsu", "--in", "nowhere.tif", "--phases", "99", "--bins", "x", "--preset", "none", "--out", _folder.File("no/out.tif"));
        Assert.All(["nowhere.tif", "--phases: 99", "--bins: x", "no preset 'none'", "no folder"], fault => Assert.Contains(fault, errors, StringComparison.Ordinal));
        Assert.Contains("Nothing was run yet", Run("history").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithAPreset_TakesItsValues_AndOptionsCountMore()
    {
        Part("a.tif", "0..5");
        Directory.CreateDirectory(_folder.File("home/settings/presets"));
        File.WriteAllText(_folder.File("home/settings/presets/segment.multi-otsu.json"),
            """{ "format": 1, "presets": { "fine": { "phases": "2", "bins": "512" } } }""");
        var parameters = Run("run", "segment.multi-otsu", "--in", _folder.File("a.tif"), "--preset", "fine", "--bins", "128", "--json").Json.GetProperty("parameters");
        Assert.Equal(("2", "128"), (parameters.GetProperty("phases").GetString(), parameters.GetProperty("bins").GetString()));
        Assert.Contains("fine", Run("operations", "show", "segment.multi-otsu").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void OperationsSchema_OfAnOperation_IsAJsonSchemaOfItsParameters()
    {
        var schema = System.Text.Json.Nodes.JsonNode.Parse(Run("operations", "schema", "train.network").Output)!.AsObject();
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema["$schema"]!.GetValue<string>());
        Assert.Empty(JsonSchemaCheck.Faults(schema, """{ "epochs": 5, "loss": "cross-entropy", "unlabelled": null }"""));
        Assert.Single(JsonSchemaCheck.Faults(schema, """{ "epochs": 0 }"""));
    }
}
