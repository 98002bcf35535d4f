using System.Text.RegularExpressions;

namespace Architecture.Tests;

public partial class PublicApiTests
{
    private const string AcceptVariable = "VOLUMEVIEWER_ACCEPT_API";

    private static readonly string[] SdkAssemblies = ["VolumeViewer.Sdk", "VolumeViewer.Sdk.Neural"];

    public static TheoryData<string> Assemblies => new(SdkAssemblies);

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void PublicApi_IsWhatTheFileSays(string assembly)
    {
        var file = Path.Combine(BuiltFiles.Repository, "sdk", assembly, "PublicAPI.txt");
        var actual = PublicApi.Describe(PublicApi.Load(Path.Combine(BuiltFiles.HostFolder, assembly + ".dll")));
        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1")
            File.WriteAllText(file, string.Concat(actual.Select(line => line + "\n")));
        var expected = File.Exists(file) ? File.ReadAllLines(file) : [];
        var difference = expected.Except(actual).Select(line => $"- {line}").Concat(actual.Except(expected).Select(line => $"+ {line}")).ToList();
        Assert.True(difference.Count == 0, $"The public API of {assembly} is not what sdk/{assembly}/PublicAPI.txt says:\n{string.Join("\n", difference)}\n"
            + $"If it is meant so, run this test with {AcceptVariable}=1, look at the change of the file, and raise the version as CONTRIBUTING says.");
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Contributing_ListsThePublicTypes()
    {
        var text = File.ReadAllText(Path.Combine(BuiltFiles.Repository, "CONTRIBUTING.md"));
        var begin = text.IndexOf("| area | types |", StringComparison.Ordinal);
        var table = text[begin..text.IndexOf("\n\n", begin, StringComparison.Ordinal)];
        var listed = TypeName().Matches(table).Select(match => match.Groups["name"].Value).ToList();
        var types = SdkAssemblies.SelectMany(name => PublicApi.Load(Path.Combine(BuiltFiles.HostFolder, name + ".dll")).GetExportedTypes()).Select(type => type.Name.Split('`')[0]);
        Assert.Equal(types.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"`(?<name>\w+)(<[^`]*>)?`")]
    private static partial Regex TypeName();
}
