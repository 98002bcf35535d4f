using System.Text.Json.Nodes;

namespace Benchmarks.Tests;

public class BenchmarkOptionsTests
{
    private static readonly IReadOnlyList<IBenchmark> All = [new Named("one"), new Named("two")];

    [Fact]
    public void Parse_OfNothing_TakesAll()
    {
        var options = BenchmarkOptions.Parse([], All);
        Assert.Equal(All, options.Chosen);
        Assert.False(options.IsQuick || options.AsJson || options.WantsHelp);
    }

    [Fact]
    public void Parse_OfNamesAndOptions_TakesThem()
    {
        var options = BenchmarkOptions.Parse(["two", "--quick", "--json"], All);
        Assert.Equal("two", Assert.Single(options.Chosen).Name);
        Assert.True(options.IsQuick && options.AsJson);
    }

    [Theory]
    [InlineData("three", "one, two")]
    [InlineData("--fast", "--quick")]
    public void Parse_OfWhatIsNotThere_TellsWhatIs(string word, string part) =>
        Assert.Contains(part, Assert.Throws<ArgumentException>(() => BenchmarkOptions.Parse([word], All)).Message);

    [Fact]
    public void ToText_AlignsColumnsAndWritesRatios()
    {
        var table = new BenchmarkTable("x", "title", [new("speed", 2.5, "m/s", "walking", 1.7857), new("none", double.NaN, "m/s", Note: "missing")]);
        var lines = table.ToText().Split('\n');
        Assert.Equal("title", lines[0]);
        Assert.Equal("speed   2.50  m/s   1.79  walking", lines[2]);
        Assert.Equal("none       -  m/s                  missing", lines[3]);
    }

    [Fact]
    public void ToJson_HasNumbersAndNullForWhatIsMissing()
    {
        var json = JsonNode.Parse(new BenchmarkTable("x", "t", [new("a", 2.5, "s"), new("b", double.NaN, "s")]).ToJson().ToJsonString())!;
        Assert.Equal(2.5, (double)json["rows"]![0]!["value"]!);
        Assert.Null(json["rows"]![1]!["value"]);
    }

    [Fact]
    public void Help_NamesEveryBenchmark()
    {
        var help = BenchmarkOptions.Help(BenchmarkList.All);
        Assert.All(BenchmarkList.All, benchmark => Assert.Contains(benchmark.Name, help));
    }

    private sealed class Named(string name) : IBenchmark
    {
        public string Name => name;

        public string Description => "";

        public BenchmarkTable Run(bool isQuick, Action<string> log) => new(name, "", []);
    }
}
