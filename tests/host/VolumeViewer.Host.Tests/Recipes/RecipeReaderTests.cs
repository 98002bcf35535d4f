using VolumeViewer.Host.History;
using VolumeViewer.Host.Recipes;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Recipes;

public sealed class RecipeReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Recipe Read(string json)
    {
        File.WriteAllText(_folder.File("r.json"), json);
        return RecipeReader.Read(_folder.File("r.json"));
    }

    [Fact]
    public void Read_WithCommentsAndPlainValues_GivesTexts()
    {
        var recipe = Read("""
            {
              "format": 1, // the form
              "inputs": { "in": { "kind": "image", "path": "a.tif" } },
              "steps": [
                { "id": "one", "operation": "segment.k-means", "parameters": { "phases": 3, "brightest-first": true, "fractions": [0.25, 0.75], "text": "x" }, "inputs": { "in": "@in" } },
              ]
            }
            """);
        Assert.Equal(("in", RecordedInputKind.Image, "a.tif"), (recipe.Inputs[0].Name, recipe.Inputs[0].Kind, recipe.Inputs[0].Path));
        Assert.Equal(["3", "true", "0.25,0.75", "x"], recipe.Steps[0].Parameters.Values);
        Assert.Equal("@in", recipe.Steps[0].Inputs["in"]);
    }

    [Theory]
    [InlineData("{ \"format\": 1, ", "It is no JSON")]
    [InlineData("[]", "must be an object")]
    [InlineData("""{ "steps": [ { "id": "a", "operation": "x.y" } ] }""", "\"format\" is missing")]
    [InlineData("""{ "format": 2, "steps": [] }""", "Its format is 2, this program reads 1")]
    [InlineData("""{ "format": 1, "steps": [] }""", "holds no step")]
    [InlineData("""{ "format": 1, "stepz": [], "steps": [ { "id": "a", "operation": "x.y" } ] }""", "\"stepz\" is not known")]
    [InlineData("""{ "format": 1, "inputs": { "in": { "kind": "video" } }, "steps": [ { "id": "a", "operation": "x.y" } ] }""", "\"kind\" is 'video'")]
    [InlineData("""{ "format": 1, "inputs": { "out": { "kind": "image" } }, "steps": [ { "id": "a", "operation": "x.y" } ] }""", "must not be one of")]
    [InlineData("""{ "format": 1, "steps": [ { "id": "a b", "operation": "x.y" } ] }""", "\"id\" is 'a b'")]
    [InlineData("""{ "format": 1, "steps": [ { "id": "a" } ] }""", "\"operation\" is missing")]
    [InlineData("""{ "format": 1, "steps": [ { "id": "a", "operation": "x.y", "inputs": { "in": "file.tif" } } ] }""", "write \"@input\"")]
    [InlineData("""{ "format": 1, "steps": [ { "id": "a", "operation": "x.y", "inputs": { "in": "@b" } } ] }""", "neither an input nor a step")]
    [InlineData("""{ "format": 1, "steps": [ { "id": "a", "operation": "x.y", "inputs": { "in": "@b" } }, { "id": "b", "operation": "x.y" } ] }""", "no earlier step")]
    [InlineData("""{ "format": 1, "steps": [ { "id": "a", "operation": "x.y" }, { "id": "a", "operation": "x.y" } ] }""", "names two steps")]
    [InlineData("""{ "format": 1, "steps": [ { "id": "a", "operation": "x.y", "parameters": { "p": {} } } ] }""", "the parameter 'p' must be")]
    public void Read_OfABadRecipe_SaysWhat(string json, string expected) =>
        Assert.Contains(expected, Assert.Throws<RecipeException>(() => Read(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "sections": [ { "rows": [ { "heading": "a", "steps": { "x": "one" } } ] } ] }""", "has no columns")]
    [InlineData("""{ "columns": [ { "heading": "s", "of": "x" } ], "sections": [ { "rows": [ { "steps": { "x": "two" } } ] } ] }""", "there is no step 'two'")]
    [InlineData("""{ "columns": [ { "heading": "s", "of": "x" } ], "sections": [ { "rows": [ { "steps": { "y": "one" } } ] } ] }""", "no column is of 'y'; there are: x")]
    [InlineData("""{ "columns": [ { "heading": "s" } ] }""", "the column 's' says not")]
    [InlineData("""{ "columns": [ { "heading": "s", "of": "x", "table": "t" } ] }""", "names the table 't'")]
    [InlineData("""{ "columns": [ { "heading": "s", "of": "x", "best": "most" } ] }""", "\"best\" is 'most'")]
    [InlineData("""{ "columns": 3 }""", "must be a list")]
    [InlineData("""{ "sections": [ { "colums": [] } ] }""", "\"colums\" is not known")]
    [InlineData("""{ "sections": [ { "checks": [ { "heading": "c", "step": "two", "table": "t", "column": "v", "expected": 1 } ] } ] }""", "check 'c': there is no step 'two'")]
    [InlineData("""{ "sections": [ { "checks": [ { "heading": "c", "step": "one", "expected": 1 } ] } ] }""", "name the \"table\" and the \"column\"")]
    [InlineData("""{ "sections": [ { "checks": [ { "heading": "c", "step": "one", "table": "t", "column": "v" } ] } ] }""", "say what is \"expected\"")]
    [InlineData("""{ "sections": [ { "checks": [ { "step": "one", "table": "t", "column": "v", "expected": "much" } ] } ] }""", "\"expected\" is \"much\"")]
    [InlineData("""{ "sections": [ { "tables": [ { "step": "two", "table": "t" } ] } ] }""", "table 't': there is no step 'two'")]
    [InlineData("7", "The report must be an object")]
    public void Read_OfABadReport_SaysWhat(string report, string expected) =>
        Assert.Contains(expected, Assert.Throws<RecipeException>(() => Read($$"""{ "format": 1, "steps": [ { "id": "one", "operation": "x.y" } ], "report": {{report}} }""")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Read_WithSeveralFaults_TellsAllOfThem()
    {
        var bad = Assert.Throws<RecipeException>(() => Read("""{ "format": 1, "x": 1, "inputs": { "in": {} }, "steps": [ { "operation": "" }, 7 ] }"""));
        Assert.Equal(5, bad.Faults.Count);
    }

    [Fact]
    public void Read_OfAMissingFile_NamesIt() =>
        Assert.Contains("nowhere.json", Assert.Throws<UserException>(() => RecipeReader.Read(_folder.File("nowhere.json"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("@a", "a", null, null)]
    [InlineData("@a-1.b, c.d", "a-1", "b, c.d", null)]
    [InlineData("@a/folder", "a", null, null)]
    [InlineData("@a/other/b.tif", "a", null, "other/b.tif")]
    [InlineData("@a/", null, null, null)]
    [InlineData("a", null, null, null)]
    [InlineData("@", null, null, null)]
    public void Reference_OfEachForm_IsTakenApart(string text, string? target, string? layer, string? file)
    {
        var reference = RecipeReference.Parse(text);
        Assert.Equal((target, layer, file), (reference?.Target, reference?.Layer, reference?.File));
    }

    [Fact]
    public void Write_ThenRead_GivesTheSameRecipe()
    {
        var recipe = new Recipe
        {
            Title = "Größe",
            Inputs = [new RecipeInput("in", RecordedInputKind.Labels) { Path = "../a.tif", Hash = new string('a', 64), Help = "The \"one\"." }],
            Steps =
            [
                new RecipeStep("a", "x.y")
                {
                    Parameters = new Dictionary<string, string> { ["model"] = "@in", ["phases"] = "3" },
                    Inputs = new Dictionary<string, string> { ["in"] = "@in" },
                    Recorded = new RecipeStepRecord { Run = "123", Seconds = 1.5, Outputs = [new RecordedOutput("o", RecordedOutputKind.Folder) { Hash = new string('b', 64) }] },
                },
            ],
        };
        var text = RecipeWriter.Format(recipe);
        Assert.Equal(text, RecipeWriter.Format(Read(text)));
        JsonSchemaCheck.AssertValid(Path.Combine(TestFolders.Repository, "docs", "recipe.schema.json"), text);
    }

    public static TheoryData<string> Samples => [.. Directory.EnumerateFiles(Path.Combine(TestFolders.Repository, "samples"), "*.recipe.json").Select(path => Path.GetFileName(path))];

    [Theory, MemberData(nameof(Samples))]
    public void ARecipeOfTheSamples_FitsItsSchemaAndIsRead(string name)
    {
        var text = File.ReadAllText(Path.Combine(TestFolders.Repository, "samples", name));
        JsonSchemaCheck.AssertValid(Path.Combine(TestFolders.Repository, "docs", "recipe.schema.json"), text);
        Assert.NotEmpty(Read(text).Steps);
    }
}
