using VolumeViewer.Host.Plugins.Authoring;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Plugins.Authoring;

public class PluginNameTests
{
    [Theory]
    [InlineData("MeanGrey")]
    [InlineData("mean-grey")]
    [InlineData("mean_grey")]
    [InlineData("mean grey")]
    public void Parse_OfEverySpelling_GivesTheSameName(string text) => Assert.Equal(new PluginName("MeanGrey", "mean-grey", "Mean grey"), PluginName.Parse(text));

    [Theory]
    [InlineData("", "must begin with a letter")]
    [InlineData("3d", "must begin with a letter")]
    [InlineData("../evil", "must begin with a letter")]
    [InlineData("größe", "only the letters a to z")]
    [InlineData("Table", "name of a type")]
    [InlineData("path", "name of a type")]
    [InlineData("TorchSharp", "name of a type or namespace")]
    [InlineData("nul", "device")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "68 letters")]
    public void Parse_OfABadName_SaysWhy(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<UserException>(() => PluginName.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_GivesAnIdThatManifestsAccept() =>
        Assert.All(["X", "CTScan2D", "a-1", "My  Plugin"], name => Assert.True(Host.Plugins.ManifestReader.IsPluginId(PluginName.Parse(name).Id), PluginName.Parse(name).Id));

    [Theory]
    [InlineData("0.1.0", ">=0.1 <0.2")]
    [InlineData("1.4.2", ">=1.4 <2.0")]
    public void SdkRange_IsWhatSemanticVersioningPromises(string sdk, string range) => Assert.Equal(range, PluginTemplate.SdkRange(Version.Parse(sdk)));
}
