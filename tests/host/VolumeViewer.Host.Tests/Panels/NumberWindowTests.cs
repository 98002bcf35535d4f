using System.Numerics;

using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

using static VolumeViewer.Host.Tests.Panels.WindowScript;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>Numbers and texts typed into fields of the real window.</summary>
[Collection("window")]
public sealed class NumberWindowTests
{
    [DisplayFact]
    public void AComma_InAFieldOfANumber_IsADecimalOne_AndInATextAComma()
    {
        var viewer = Scenes.Viewer("a");
        var (rate, text) = (0.0, "");
        Run(viewer,
            Do(loop => loop.Bench.Export.ShowAnimation = true),
            loop => loop.Shell.Export.Buttons.ContainsKey("Frames a second"),
            Do(loop => new Pointer(loop.Title).Click(loop.Shell.Export.Buttons["Frames a second"].Center - new Vector2(20, 0), Pointer.Left)),
            _ => ImGuiNET.ImGui.GetIO().WantTextInput,
            Do(loop => new Pointer(loop.Title).Press("Ctrl+A")),
            Do(loop => new Pointer(loop.Title).Type("12,5")),
            loop => Math.Abs((rate = loop.Bench.Export.Animation.FramesPerSecond) - 12.5) < 1e-6,
            Do(loop => new Pointer(loop.Title).Press("Enter")),
            Do(loop => loop.Bench.Export.ShowAnimation = false),
            Do(_ => viewer.Notes.Add(new TextNote("one"))),
            Do(loop => (loop.Bench.WantedTab, loop.Bench.Notes.Chosen, loop.Bench.Notes.WantsKeys) = (SideTab.Texts, viewer.Notes[0], true)),
            loop => loop.Shell.Side.Notes.Field.Width > 10 && !loop.Bench.Notes.WantsKeys && ImGuiNET.ImGui.GetIO().WantTextInput,
            Do(loop => new Pointer(loop.Title).Press("Ctrl+A")),
            Do(loop => new Pointer(loop.Title).Type("1,5 mm")),
            _ => (text = viewer.Notes[0].Text) == "1,5 mm");

        Assert.Equal(12.5, rate, 6);
        Assert.Equal("1,5 mm", text);
    }
}
