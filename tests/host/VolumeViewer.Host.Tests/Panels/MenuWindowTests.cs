using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Panels;

using static VolumeViewer.Host.Tests.Panels.WindowScript;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>The menus of the real window, with real clicks and keys where there is a display.</summary>
[Collection("window")]
public sealed class MenuWindowTests
{
    // The first menu stands in the corner.
    private static readonly Vector2 FileMenu = new(22, 12);

    private static bool IsMenuOpen => ImGui.IsPopupOpen("", ImGuiPopupFlags.AnyPopupId | ImGuiPopupFlags.AnyPopupLevel);

    [DisplayFact]
    public void Escape_InAMenu_ClosesItAndLeavesTheTool()
    {
        var viewer = Scenes.Viewer("grey");
        var (isClosed, tool) = (false, "");
        Run(viewer,
            Do(loop => new Pointer(loop.Title).Press("M")),
            loop => loop.Bench.Hand.Tool.Id == "measure.ruler",
            Do(loop => new Pointer(loop.Title).Click(FileMenu, Pointer.Left)),
            _ => IsMenuOpen,
            Do(loop => new Pointer(loop.Title).Press("Escape")),
            _ => isClosed = !IsMenuOpen,
            Do(loop => tool = loop.Bench.Hand.Tool.Id));

        Assert.True(isClosed);
        Assert.Equal("measure.ruler", tool);
    }

    [DisplayFact]
    public void ArrowAndEnter_InAMenu_ChooseItsFirstCommand()
    {
        var isAsked = false;
        Run(Scenes.Viewer("grey"),
            Do(loop => new Pointer(loop.Title).Click(FileMenu, Pointer.Left)),
            _ => IsMenuOpen,
            Do(loop => new Pointer(loop.Title).Press("Down")),
            Do(loop => new Pointer(loop.Title).Press("Enter")),
            loop => isAsked = loop.Bench.FileRequest is { Goal: FileGoal.Open },
            Do(loop => new Pointer(loop.Title).Press("Escape")),
            loop => loop.Bench.FileRequest is null);

        Assert.True(isAsked);
    }
}
