using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>
/// Takes a comma that is typed into a field of numbers for a decimal point. Dear ImGui knows the point alone and passes over a comma, so that 1,5 would become 15.
/// </summary>
internal static class DecimalComma
{
    private static int _textFrame = -2;

    /// <summary>Tells that the item before is a field of text, in which a comma is a comma.</summary>
    public static void IsText()
    {
        if (ImGui.IsItemActive())
            _textFrame = ImGui.GetFrameCount();
    }

    /// <summary>Once a frame, before the fields are drawn: changes what was typed since the frame before.</summary>
    public static void Follow()
    {
        var io = ImGui.GetIO();
        if (!io.WantTextInput || ImGui.GetFrameCount() - _textFrame is 0 or 1)
            return;
        var typed = io.InputQueueCharacters;
        for (var index = 0; index < typed.Size; index++)
        {
            if (typed[index] == ',')
                typed[index] = '.';
        }
    }
}
