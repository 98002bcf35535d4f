using VolumeViewer.Host.Plugins;

namespace VolumeViewer.Host.Tests.Plugins;

public class VersionRangeTests
{
    [Theory]
    [InlineData(">=0.1 <0.2", "0.1.0", true)]
    [InlineData(">=0.1 <0.2", "0.1.9", true)]
    [InlineData(">=0.1 <0.2", "0.2.0", false)]
    [InlineData(">=0.1", "0.0.9", false)]
    [InlineData("=1.2.3", "1.2.3", true)]
    [InlineData(">1.0 <=2.0", "1.0.0", false)]
    [InlineData(">1.0 <=2.0", "2.0.0", true)]
    public void Contains_AVersion_HoldsWhereEveryConditionDoes(string range, string version, bool expected) =>
        Assert.Equal(expected, VersionRange.Parse(range).Contains(Version.Parse(version)));

    [Theory]
    [InlineData("")]
    [InlineData("0.1")]
    [InlineData(">=one")]
    public void Parse_OfSomethingElse_SaysWhatIsWrong(string range) => Assert.Throws<FormatException>(() => VersionRange.Parse(range));
}
