using VolumeViewer.Host.Commands;
using VolumeViewer.Host.Panels;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>The table of tools, the hand, and what finds room in the bar.</summary>
public sealed class ToolTableTests
{
    [Fact]
    public void Tools_OfOneGroup_StandTogetherAndHaveKeysHelpAndACommand()
    {
        var groups = ToolTable.All.Select(tool => tool.Group).ToList();
        Assert.Equal(groups.Order(), groups);
        Assert.All(ToolTable.All, tool =>
        {
            Assert.Same(tool.Command, CommandTable.Find(tool.Id));
            Assert.NotEmpty(tool.Help);
            Assert.False(tool.UsesPhase && !tool.Paints, tool.Id);
        });
    }

    [Fact]
    public void Hand_TakingATool_LetsTheOneBeforeEndFirst()
    {
        var (hand, during) = (new ToolHand(), "");
        hand.Take(ToolTable.Brush);
        hand.PuttingDown += () => during = hand.Tool.Id;
        hand.Take(ToolTable.Eraser);
        Assert.Equal(("paint.brush", ToolTable.Eraser), (during, hand.Tool));
    }

    // Three options of 50 pixels, and a button of 28 for what finds no room.
    [Theory]
    [InlineData(200, 3, 50)]
    [InlineData(150, 3, 0)]
    [InlineData(149, 2, 21)]
    [InlineData(127, 1, 49)]
    [InlineData(77, 0, 49)]
    [InlineData(10, 0, 0)]
    public void Fit_InLessRoom_LeavesOptionsToTheMenu(float room, int count, float left) => Assert.Equal((count, left), ToolStrip.Fit([50, 50, 50], room, 28));
}
