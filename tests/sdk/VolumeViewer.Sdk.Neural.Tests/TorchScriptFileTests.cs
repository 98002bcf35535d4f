namespace VolumeViewer.Sdk.Neural.Tests;

public class TorchScriptFileTests
{
    [Fact]
    public void Read_OfTheLeast_TakesTheDefaults()
    {
        using var folder = new ScriptFolder("pooled.pt", """{ "id": "my-net", "phases": ["pore", "solid"], "alignment": 2, "halo": 4 }""");
        var file = TorchScriptFile.Read(folder.Path);
        Assert.Equal(("my-net", "my-net", "", 1), (file.Id, file.Title, file.Description, file.Inputs));
        Assert.Equal(new NetworkGeometry(2, 2, 4), file.Geometry);
        Assert.Equal(PhaseTable.Named("pore", "solid"), file.Phases);
        Assert.Equal((NormalisationKind.SliceZScore, 0, 1), (file.Normalisation, file.NormalisationOffset, file.NormalisationScale));
    }

    [Fact]
    public void Read_OfAllFacts_KeepsThem()
    {
        using var folder = new ScriptFolder("volume.pt", """
            {
              // Comments are for people.
              "id": "net-3d", "title": "Net", "description": "For volumes.", "dimensions": 3, "inputs": 2, "alignment": 1, "halo": 0,
              "phases": [{ "name": "pore", "value": 85, "colour": "#102030" }, "solid", { "name": "binder" }],
              "normalisation": { "kind": "dataset-percentile", "offset": 120.5, "scale": 0.25 },
            }
            """);
        var file = TorchScriptFile.Read(folder.Path);
        Assert.Equal(("Net", "For volumes.", 2), (file.Title, file.Description, file.Inputs));
        Assert.Equal(new NetworkGeometry(3, 1, 0), file.Geometry);
        Assert.Equal([("pore", 85L), ("solid", 1L), ("binder", 2L)], file.Phases.Select(phase => (phase.Name, phase.FileValue)));
        Assert.Equal(Rgba.Parse("#102030"), file.Phases[0].Color);
        Assert.Equal((NormalisationKind.DatasetPercentile, 120.5, 0.25), (file.Normalisation, file.NormalisationOffset, file.NormalisationScale));
    }

    [Fact]
    public void Read_OfManyFaults_TellsAllOfThem()
    {
        using var folder = new ScriptFolder("pooled.pt", """
            { "id": "My Net", "phases": ["a", "A"], "dimensions": 4, "inputs": "one", "halo": -1, "colour": "red", "normalisation": "z" }
            """);
        var message = Fault(folder.Path);
        foreach (var part in new[] { "net.json", "'My Net'", "Two phases are named 'a'", "\"dimensions\" is 4", "\"inputs\" is \"one\"",
            "\"alignment\" is missing", "\"halo\" is -1", "no \"colour\"",
            "\"normalisation\" is \"z\"; there are: slice-z-score, volume-z-score, dataset-z-score, dataset-percentile" })
        {
            Assert.Contains(part, message, StringComparison.Ordinal);
        }
        Assert.Equal(9, message.Split('\n').Length);
    }

    [Theory]
    [InlineData("""{ "phases": ["a", "b"], "alignment": 1, "halo": 0 }""", "\"id\" is missing")]
    [InlineData("""{ "id": "n", "phases": ["a"], "alignment": 1, "halo": 0 }""", "\"phases\" must be a list of two names or more")]
    [InlineData("""{ "id": "n", "phases": ["a", 3], "alignment": 1, "halo": 0 }""", "Phase 1 is 3")]
    [InlineData("""{ "id": "n", "phases": ["a", { "name": "b", "colour": "red" }], "alignment": 1, "halo": 0 }""", "'red' is not a colour")]
    [InlineData("""{ "id": "n", "phases": ["a", { "name": "b", "value": "x" }], "alignment": 1, "halo": 0 }""", "\"value\" of phase 1")]
    [InlineData("""{ "id": "n", "phases": ["a", { "name": "b", "hue": 1 }], "alignment": 1, "halo": 0 }""", "no \"hue\" in phase 1")]
    [InlineData("""{ "id": "n", "phases": ["a", "b"], "alignment": 1, "halo": 0, "normalisation": "dataset-z-score" }""", "needs \"offset\"")]
    [InlineData("""{ "id": "n", "phases": ["a", "b"], "alignment": 1, "halo": 0, "normalisation": { "kind": "slice-z-score", "scale": "x" } }""", "\"scale\"")]
    [InlineData("[]", "no JSON object")]
    [InlineData("{ \"id\": ", "cannot be read")]
    [InlineData(null, "no sidecar")]
    public void Read_OfABadSidecar_SaysWhatIsWrong(string? sidecar, string expected)
    {
        using var folder = new ScriptFolder("pooled.pt", sidecar);
        Assert.Contains(expected, Fault(folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfAMissingScript_NamesIt() => Assert.Contains("nowhere.pt", Fault("nowhere.pt"), StringComparison.Ordinal);

    private static string Fault(string path) => Assert.Throws<UserException>(() => TorchScriptFile.Read(path)).Message;
}
