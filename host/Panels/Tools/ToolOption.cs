namespace VolumeViewer.Host.Panels;

/// <summary>One thing that can be set of a tool: a control in the bar, or a line of a small menu where the bar has no room for it.</summary>
/// <param name="Label">Beside the control in the menu.</param>
/// <param name="Width">What the control needs, in units of the design.</param>
/// <param name="Draw">Draws the control, without its label, into the pixels of width that it is given. Explains itself by a tooltip.</param>
internal sealed record ToolOption(string Label, float Width, Action<float> Draw)
{
    /// <summary>Whether it makes use of more room than it needs.</summary>
    public bool Grows { get; init; }
}
