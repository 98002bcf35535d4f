using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

using static VolumeViewer.Host.Tests.Panels.WindowScript;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>What is written from the real window and looked at afterwards, with real clicks and keys where there is a display.</summary>
[Collection("window")]
public sealed class WrittenFilesWindowTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    // An operation that fills a folder with a page and the table that the page tells of.
    private static readonly Operation<FormModelTests.Parameters> Study = new("study.test", "Study", (context, _) =>
    {
        Directory.CreateDirectory(context.OutputPath!);
        File.WriteAllText(Path.Combine(context.OutputPath!, "report.html"), "<html></html>");
        return new OperationResult { Tables = [new Table("properties", new TableColumn("property")).Add("fraction")] };
    })
    { Output = OutputKind.Folder };

    public void Dispose() => _folder.Dispose();

    [DisplayFact]
    public void Report_OfAnOperation_IsOpenedFromItsResults()
    {
        var (viewer, opened, told) = (Scenes.Viewer("a"), new List<string>(), "");
        var isThere = true;
        Run(viewer,
            Do(loop => loop.Bench.OpenOutside = path =>
            {
                opened.Add(path);
                return isThere;
            }),
            Do(loop => loop.Bench.Run(new FormModel(Study, viewer) { OutputFolder = _folder.File("study") })),
            loop => loop.Shell.Side.Results.Folder.Width > 0,
            Do(loop => new Pointer(loop.Title).Click(loop.Shell.Side.Results.Folder.Center, Pointer.Left)),
            loop => opened.Count == 1 && loop.Bench.Notices.Shown.Any(notice => notice.Text.Contains(opened[0], StringComparison.Ordinal)),
            // Without a browser the path is told, and can be pasted elsewhere.
            Do(_ => isThere = false),
            Do(loop => new Pointer(loop.Title).Click(loop.Shell.Side.Results.Folder.Center, Pointer.Left)),
            loop => opened.Count == 2 && (told = string.Concat(loop.Bench.Notices.Shown.Select(notice => notice.Text))).Contains("copied", StringComparison.Ordinal));

        Assert.Equal(_folder.File("study/report.html"), opened[0]);
        Assert.Contains(_folder.File("study/report.html"), told, StringComparison.Ordinal);
    }

    [DisplayFact]
    public void Enter_InTheNameOfAFileToSave_SavesIt()
    {
        var (viewer, chosen) = (Scenes.Viewer("a"), new List<string>());
        var path = _folder.File("there.stl");
        File.WriteAllText(path, "");
        var frames = 0;
        FileRequest Request(string name) => new("Save", FileGoal.Save, "Save", name, chosen.AddRange) { Endings = [".stl"] };
        Run(viewer,
            Do(loop => loop.Bench.FileRequest = Request(_folder.File("new.stl"))),
            loop => loop.Shell.Files.Name.Width > 0,
            Do(loop => new Pointer(loop.Title).Click(loop.Shell.Files.Name.Center, Pointer.Left)),
            _ => ++frames > 3,
            Do(loop => new Pointer(loop.Title).Press("Enter")),
            loop => loop.Bench.FileRequest is null,
            // What is there already is replaced by a second Enter only.
            Do(loop => loop.Bench.FileRequest = Request(path)),
            _ => ++frames > 8,
            Do(loop => new Pointer(loop.Title).Click(loop.Shell.Files.Name.Center, Pointer.Left)),
            _ => ++frames > 14,
            Do(loop => new Pointer(loop.Title).Press("Enter")),
            loop => loop.Shell.Files.IsDoubtful,
            Do(_ => Assert.Equal([_folder.File("new.stl")], chosen)),
            _ => ++frames > 20,
            Do(loop => new Pointer(loop.Title).Press("Enter")),
            loop => loop.Bench.FileRequest is null);

        Assert.Equal([_folder.File("new.stl"), path], chosen);
    }
}
