using System.Text.Json;
using System.Text.RegularExpressions;

using VolumeViewer.Host.Plugins;
using VolumeViewer.Host.Plugins.Authoring;

namespace VolumeViewer.Host.Tests.Plugins.Authoring;

public class ManifestTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(ManifestSchema.Text).RootElement;

    public static TheoryData<string> Manifests => new(Directory.EnumerateFiles(TestFolders.Repository, PluginManifest.FileName, SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(TestFolders.Repository, file).Replace('\\', '/'))
        .Where(file => !Regex.IsMatch(file, "^artifacts/|/(bin|obj|Templates)/|^samples/plugins/[^/]+/plugins/")).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Manifests))]
    public void EveryManifestOfTheRepository_FitsTheSchema_AndIsRead(string file)
    {
        var path = Path.Combine(TestFolders.Repository, file);
        Assert.Empty(SchemaCheck.Faults(Schema, JsonDocument.Parse(File.ReadAllText(path)).RootElement));
        Assert.NotEmpty(PluginManifest.Read(Path.GetDirectoryName(path)!).Id);
    }

    [Fact]
    public void TheSchema_HasThePropertiesThatAreRead()
    {
        Assert.Equal(PropertiesOf(typeof(PluginManifest)), Names(Schema.GetProperty("properties")).Where(name => name != "$schema"));
        Assert.Equal(PropertiesOf(typeof(ManifestContribution)), Names(Schema.GetProperty("$defs").GetProperty("contribution").GetProperty("properties")));
        Assert.Equal(ManifestReader.Kinds.Order(StringComparer.Ordinal), Names(Schema.GetProperty("properties").GetProperty("contributions").GetProperty("properties")));
    }

    [Fact]
    public void TheSchema_LiesBesideTheProgram() =>
        Assert.Equal(ManifestSchema.Text, File.ReadAllText(Path.Combine(TestFolders.Program, "schemas", ManifestSchema.FileName)));

    // The same judgement from the schema and from the program.
    [Theory]
    [InlineData("id", "\"Mean Grey\"")]
    [InlineData("id", "\"../evil\"")]
    [InlineData("id", "\"evil\\n\"")]
    [InlineData("version", "\"1.0\"")]
    [InlineData("version", "\"01.0.0\"")]
    [InlineData("version", "1")]
    [InlineData("sdk", "\"newest\"")]
    [InlineData("sdk", "\"\"")]
    [InlineData("assembly", "\"../Evil.dll\"")]
    [InlineData("assembly", "\"sub/Evil.dll\"")]
    [InlineData("assembly", "\"sub\\\\Evil.dll\"")]
    [InlineData("assembly", "\"C:Evil.dll\"")]
    [InlineData("assembly", "\"Evil.exe\"")]
    [InlineData("authors", "\"me\"")]
    [InlineData("authors", "[1]")]
    [InlineData("contributions", "{ \"gadgets\": [] }")]
    [InlineData("contributions", "{ \"operations\": [ { \"title\": \"No id\" } ] }")]
    [InlineData("contributions", "{ \"operations\": [ { \"id\": \"Measure It\" } ] }")]
    [InlineData("contributions", "{ \"readers\": [ { \"id\": \"x\", \"extensions\": [\"tif\"] } ] }")]
    public void AWrongValue_IsRefused_ByTheSchemaAndByTheProgram_WithTheNameOfTheProperty(string property, string value)
    {
        var manifest = Manifest(property, value);
        Assert.NotEmpty(SchemaCheck.Faults(Schema, JsonDocument.Parse(manifest).RootElement));
        Assert.Contains($"\"{property}", Assert.Throws<PluginException>(() => Parse(manifest)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id", "\"a1-b2\"")]
    [InlineData("version", "\"1.0.0-beta.1+build.5\"")]
    [InlineData("sdk", "\">=0.1 <0.2\"")]
    [InlineData("contributions", "{ \"writers\": [ { \"id\": \"measure.a-b\", \"extensions\": [\".ome.tif\"] } ] }")]
    public void ARightValue_IsAccepted_ByTheSchemaAndByTheProgram(string property, string value)
    {
        var manifest = Manifest(property, value);
        Assert.Empty(SchemaCheck.Faults(Schema, JsonDocument.Parse(manifest).RootElement));
        Assert.NotNull(Parse(manifest));
    }

    [Fact]
    public void AllFaults_AreToldAtOnce()
    {
        var problem = Assert.Throws<PluginException>(() => Parse("""{ "id": "No Kebab", "sdk": 3, "assembly": "../x.dll", "contributions": { "operations": {}, "toys": [] } }"""));
        Assert.All(["\"id\"", "\"version\" is missing", "\"sdk\"", "\"assembly\"", "\"contributions.operations\"", "\"contributions.toys\""],
            fault => Assert.Contains(fault, problem.Message, StringComparison.Ordinal));
    }

    private static string Manifest(string property, string value)
    {
        var values = new Dictionary<string, string> { ["id"] = "\"ok\"", ["version"] = "\"1.0.0\"", ["sdk"] = "\">=0.1\"", ["assembly"] = "\"Ok.dll\"", [property] = value };
        return $"{{ {string.Join(", ", values.Select(pair => $"\"{pair.Key}\": {pair.Value}"))} }}";
    }

    private static PluginManifest Parse(string text) => PluginManifest.Parse(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)));

    private static IEnumerable<string> PropertiesOf(Type type) => type.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal);
}
