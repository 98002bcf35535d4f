using System.Numerics;

using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

using static VolumeViewer.Host.Tests.Panels.WindowScript;

namespace VolumeViewer.Host.Tests.Panels.Notes;

/// <summary>Texts in the real window, with real clicks and keys where there is a display.</summary>
[Collection("window")]
public sealed class NoteWindowTests
{
    [DisplayFact]
    public void AText_ClickedTypedAndDragged_StaysWhereItWasPutAndIsRemovedAndUndone()
    {
        var viewer = Scenes.Viewer("a");
        var (typed, anchor, undone) = ("", NoteAnchor.Middle, 0);
        Run(viewer,
            Do(_ => viewer.Layout = ViewLayout.SliceZ),
            Do(loop => new Pointer(loop.Title).Press("T")),
            loop => loop.Bench.Hand.Tool.Id == "note.text" && loop.Shell.Views.Pictures.Count == 1,
            Do(loop => new Pointer(loop.Title).Click(At(loop, 0.2f, 0.2f), Pointer.Left)),
            loop => viewer.Notes.Count == 1 && loop.Shell.Side.Notes.Field.Width > 0 && !loop.Bench.Notes.WantsKeys,
            Do(loop => new Pointer(loop.Title).Type("void")),
            _ => viewer.Notes[0].Text == "void",
            Do(loop => new Pointer(loop.Title).Press("Escape")),
            loop => !ImGuiNET.ImGui.GetIO().WantTextInput && (typed = viewer.Notes[0].Text).Length > 0,
            Do(loop => new Pointer(loop.Title).Drag(Middle(loop, viewer), isDown: true)),
            loop => loop.Bench.Notes.Chosen is not null,
            Do(loop => new Pointer(loop.Title).Drag(At(loop, 0.8f, 0.8f))),
            _ => (anchor = viewer.Notes[0].Anchor) == NoteAnchor.BottomRight,
            Do(loop => new Pointer(loop.Title).Drag(At(loop, 0.8f, 0.8f), isDown: false)),
            Do(loop => new Pointer(loop.Title).Press("Delete")),
            _ => viewer.Notes.Count == 0,
            Do(loop => new Pointer(loop.Title).Press("Ctrl+Z")),
            _ => (undone = viewer.Notes.Count) == 1);

        Assert.Equal("void", typed);
        Assert.Equal(NoteAnchor.BottomRight, anchor);
        Assert.Equal(1, undone);
        // The layer was not what Delete took.
        Assert.Single(viewer.Layers);
        Assert.Equal(NoteView.SliceZ, viewer.Notes[0].View);
    }

    private static Vector2 Middle(WindowLoop loop, Viewer viewer) =>
        loop.Shell.Views.Overlays.OfType<NotesOverlay>().Single().Shown[(viewer.Notes[0].Id, NoteView.SliceZ)].Center;

    private static Vector2 At(WindowLoop loop, float across, float down)
    {
        var area = loop.Shell.Views.Pictures.Single().Area;
        return area.Min + (area.Size * new Vector2(across, down));
    }
}
