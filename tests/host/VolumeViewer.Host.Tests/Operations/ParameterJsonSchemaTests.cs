using System.Text.Json.Nodes;

using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Host.Tests.Operations;

public sealed class ParameterJsonSchemaTests : IDisposable
{
    private readonly AppServices _services = new("no-such-folder");

    public void Dispose() => _services.Dispose();

    // Parsed again, as whoever reads it does.
    private JsonObject Schema() => JsonNode.Parse(ParameterJsonSchema.Of(
        new Operation<Parameters>("test.op", "Test", (_, _) => new OperationResult()) { Description = "Does nothing." }, _services.Plugins).ToJsonString())!.AsObject();

    [Fact]
    public void Of_EveryKindOfParameter_SaysTypeRangeDefaultChoicesAndUnit()
    {
        var properties = Schema()["properties"]!;
        Assert.Equal("""{"title":"Whole","description":"A number.","type":"integer","minimum":2,"maximum":6,"default":3,"x-unit":"µm"}""",
            properties["whole"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal("number", properties["real"]!["type"]!.GetValue<string>());
        Assert.Null(properties["real"]!["maximum"]);
        Assert.Equal("""["first-one","second-one"]""", properties["choice"]!["enum"]!.ToJsonString());
        Assert.Equal("first-one", properties["choice"]!["default"]!.GetValue<string>());
        Assert.Equal("""["integer","null"]""", properties["perhaps"]!["type"]!.ToJsonString());
        Assert.Equal("""{"type":"number","minimum":0,"maximum":1}""", properties["fractions"]!["items"]!.ToJsonString());
        Assert.Equal("[0.5,0.5]", properties["fractions"]!["default"]!.ToJsonString());
        Assert.True(properties["model"]!["x-path"]!.GetValue<bool>());
    }

    [Fact]
    public void Of_TheDefaults_TheyFit_AndBadValuesDoNot()
    {
        var schema = Schema();
        Assert.Equal(ParameterJsonSchema.Dialect, schema["$schema"]!.GetValue<string>());
        var defaults = new JsonObject(schema["properties"]!.AsObject().Where(property => property.Value!["default"] is not null)
            .Select(property => KeyValuePair.Create(property.Key, property.Value!["default"]!.DeepClone()))!);
        Assert.Empty(JsonSchemaCheck.Faults(schema, defaults.ToJsonString()));
        foreach (var bad in new[] { """{ "whole": 7 }""", """{ "whole": 2.5 }""", """{ "choice": "third" }""", """{ "flag": "yes" }""", """{ "fractions": [2] }""", """{ "unknown": 1 }""" })
            Assert.Single(JsonSchemaCheck.Faults(schema, bad));
    }

    public enum Choice
    {
        FirstOne,
        SecondOne,
    }

    public sealed record Parameters
    {
        [Parameter("Whole", Min = 2, Max = 6, Unit = "µm", Help = "A number.")]
        public int Whole { get; init; } = 3;

        [Parameter("Real", Min = 0)]
        public double Real { get; init; } = 0.25;

        [Parameter("Flag")]
        public bool Flag { get; init; }

        [Parameter("Choice")]
        public Choice Choice { get; init; }

        [Parameter("Perhaps")]
        public int? Perhaps { get; init; }

        [Parameter("Fractions", Min = 0, Max = 1)]
        public IReadOnlyList<double> Fractions { get; init; } = [0.5, 0.5];

        [Parameter("Model", IsPath = true)]
        public string Model { get; init; } = "";

        [Parameter("Network", ChoicesFrom = typeof(INetwork))]
        public string Network { get; init; } = "lrcs-net";
    }
}
