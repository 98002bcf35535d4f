namespace VolumeViewer.Host.Panels;

/// <summary>The tool that is in the hand. Used on the window's thread.</summary>
internal sealed class ToolHand
{
    /// <summary>Raised before another tool is taken, so that the one in the hand ends what it is at.</summary>
    public event Action? PuttingDown;

    public ToolEntry Tool { get; private set; } = ToolTable.Navigate;

    /// <summary>The tool that was in the hand before.</summary>
    public ToolEntry Before { get; private set; } = ToolTable.Navigate;

    /// <summary>Takes a tool.</summary>
    public void Take(ToolEntry tool)
    {
        PuttingDown?.Invoke();
        if (tool != Tool)
            Before = Tool;
        Tool = tool;
    }
}
