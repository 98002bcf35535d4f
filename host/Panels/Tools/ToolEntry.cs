using VolumeViewer.Host.Commands;

namespace VolumeViewer.Host.Panels;

/// <summary>A tool for the hand: its place in the bar, its command and keys, and what it does in the views. Made once, for all windows.</summary>
internal sealed class ToolEntry
{
    /// <param name="id">Of its command, such as "paint.brush"; settings name it, so it stays.</param>
    /// <param name="title">In menus, the palette and the bar.</param>
    /// <param name="group">Which tools it stands beside.</param>
    /// <param name="sign">Draws its icon.</param>
    /// <param name="help">What it does, in a sentence for the tooltip; the title and the keys are put around it.</param>
    /// <param name="keys">Its keys unless the settings say otherwise.</param>
    public ToolEntry(string id, string title, ToolGroup group, Action<IconPen> sign, string help, params IEnumerable<string> keys)
    {
        (Group, Sign, Help) = (group, sign, help);
        Command = new AppCommand(id, title, target => target.Bench.Hand.Take(this), keys) { IsOn = target => target.Bench.Hand.Tool == this };
    }

    public string Id => Command.Id;

    public string Title => Command.Title;

    /// <summary>Takes it into the hand.</summary>
    public AppCommand Command { get; }

    public ToolGroup Group { get; }

    public Action<IconPen> Sign { get; }

    public string Help { get; }

    /// <summary>What follows the pointer and draws over the views while the tool is in the hand; made once for each window. Null leaves the pointer to the views.</summary>
    public Func<ViewTools, IViewOverlay>? Overlay { get; init; }

    /// <summary>What can be set while it is in the hand; drawn beside the tools.</summary>
    public Func<Workbench, IEnumerable<ToolOption>> Options { get; init; } = _ => [];

    /// <summary>Whether it changes labels, so that digits choose phases.</summary>
    public bool Paints { get; init; }

    /// <summary>Whether it gives voxels the chosen phase; taking a phase leaves it in the hand.</summary>
    public bool UsesPhase { get; init; }
}
