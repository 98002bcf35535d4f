using static TorchSharp.torch;

namespace VolumeViewer.Sdk.Neural.Tests;

public class TorchScriptNetworkTests
{
    private const string Pooled = """{ "id": "n", "phases": ["a", "b"], "alignment": 2, "halo": 4 }""";

    [Theory]
    [InlineData("pooled.pt", Pooled, new long[] { 2, 1, 6, 10 })]
    [InlineData("traced.pt", """{ "id": "n", "phases": ["a", "b"], "alignment": 1, "halo": 1 }""", new long[] { 1, 1, 7, 5 })]
    [InlineData("volume.pt", """{ "id": "n", "phases": ["a", "b"], "alignment": 1, "halo": 1, "dimensions": 3 }""", new long[] { 1, 1, 4, 5, 6 })]
    public void Build_GivesAModuleThatKeepsTheLengths(string script, string sidecar, long[] shape)
    {
        using var scope = NewDisposeScope();
        using var folder = new ScriptFolder(script, sidecar);
        var network = Network(folder);
        using var module = network.Build(1, 2, network.Options.CreateDefault());
        Assert.True(module.training);
        Assert.Equal([shape[0], 2, .. shape[2..]], module.call(rand(shape)).shape);
        Assert.NotEmpty(module.parameters());
        Assert.Empty(network.Options.Items);
    }

    [Fact]
    public void Build_LeavesTheStatisticsOfTheNormsAsTheyAreInTheFile()
    {
        using var folder = new ScriptFolder("pooled.pt", Pooled);
        using var module = Network(folder).Build(1, 2, new object());
        using var script = jit.load(folder.Path);
        var expected = script.state_dict();
        Assert.Equal(expected.Count, module.state_dict().Count);
        Assert.All(module.state_dict(), pair => Assert.True(pair.Value.Equals(expected[pair.Key["_script.".Length..]]), pair.Key));
    }

    [Theory]
    [InlineData("pooled.pt", """{ "id": "n", "phases": ["a", "b"], "alignment": 1, "halo": 4 }""", "\"alignment\" is 1", "probably 2")]
    [InlineData("pooled.pt", """{ "id": "n", "phases": ["a", "b", "c"], "alignment": 2, "halo": 4 }""", "\"phases\" has 3 names", "2 channels")]
    [InlineData("pooled.pt", """{ "id": "n", "phases": ["a", "b"], "alignment": 2, "halo": 4, "inputs": 3 }""", "\"inputs\" is 3", "channels")]
    [InlineData("pooled.pt", """{ "id": "n", "phases": ["a", "b"], "alignment": 2, "halo": 4, "dimensions": 3 }""", "\"dimensions\" 3", "(1, 1, 18, 18, 22)")]
    [InlineData("shrinking.pt", """{ "id": "n", "phases": ["a", "b"], "alignment": 1, "halo": 1 }""", "(1, 2, 15, 17)", "pad its convolutions")]
    [InlineData("pair.pt", """{ "id": "n", "phases": ["a", "b"], "alignment": 1, "halo": 0 }""", "one tensor", "logits alone")]
    public void Build_OfAWrongFact_SaysWhichAndWhatCame(string script, string sidecar, string fact, string came)
    {
        using var folder = new ScriptFolder(script, sidecar);
        var network = Network(folder);
        var before = Tensor.TotalCount;
        var message = Assert.Throws<UserException>(() => network.Build(network.File.Inputs, network.File.Phases.Count, new object())).Message;
        Assert.Contains("net.json", message, StringComparison.Ordinal);
        Assert.Contains(fact, message, StringComparison.Ordinal);
        Assert.Contains(came, message, StringComparison.Ordinal);
        Assert.DoesNotContain("Traceback", message, StringComparison.Ordinal);
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Build_ForOtherCounts_SaysWhoseTheWeightsAre()
    {
        using var folder = new ScriptFolder("pooled.pt", Pooled);
        var network = Network(folder);
        Assert.Contains("2 phases (a, b), not 3", Assert.Throws<UserException>(() => network.Build(1, 3, new object())).Message, StringComparison.Ordinal);
        Assert.Contains("not 2", Assert.Throws<UserException>(() => network.Build(2, 2, new object())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_OfWhatIsNoScript_SaysSo()
    {
        using var folder = new ScriptFolder(null, Pooled);
        var message = Assert.Throws<UserException>(() => Network(folder).Build(1, 2, new object())).Message;
        Assert.Contains("net.pt' cannot be loaded as TorchScript", message, StringComparison.Ordinal);
        Assert.Contains("torch.jit.script", message, StringComparison.Ordinal);
    }

    [Fact]
    public void BuildPredictDispose_ManyTimes_KeepsTensorsAndMemory()
    {
        using var folder = new ScriptFolder("pooled.pt", Pooled);
        var network = Network(folder);
        using var input = rand(1, 1, 512, 512);
        Rounds(10);
        var (tensors, memory) = (Tensor.TotalCount, Resident());
        Rounds(50);
        Assert.Equal(tensors, Tensor.TotalCount);
        // 50 results of 2 MiB would be 100 MiB; what is allowed is the allocator's and the collector's slack.
        Assert.InRange(Resident() - memory, long.MinValue, 24L << 20);

        void Rounds(int count)
        {
            for (var i = 0; i < count; i++)
            {
                using var scope = NewDisposeScope();
                using var module = network.Build(1, 2, new object());
                module.eval();
                using var inference = inference_mode();
                module.call(input);
            }
        }

        static long Resident()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            using var process = System.Diagnostics.Process.GetCurrentProcess();
            return process.WorkingSet64;
        }
    }

    private static TorchScriptNetwork Network(ScriptFolder folder) => new(TorchScriptFile.Read(folder.Path));
}
