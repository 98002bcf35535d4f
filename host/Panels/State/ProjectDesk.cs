using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Projects;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The project in work: saving, opening, what was changed since, and the questions before something would be lost. Used on the window's thread.</summary>
internal sealed class ProjectDesk : IDisposable
{
    private readonly Workbench _bench;
    private readonly List<IProjectPart> _parts = [];

    public ProjectDesk(Workbench bench)
    {
        _bench = bench;
        Unsaved = new UnsavedWork(bench.Viewer);
        _parts.Add(new ResultsPart(bench.Results));
    }

    /// <summary>What was changed since it was saved.</summary>
    public UnsavedWork Unsaved { get; }

    public RecentFiles Recent { get; } = RecentFiles.OfUser();

    /// <summary>Where the project stands, and what of it is missing.</summary>
    public ProjectState State { get; private set; } = new();

    /// <summary>The question that is open, or null.</summary>
    public SaveQuestion? Question { get; set; }

    /// <summary>Layers whose data were not found, and that the user has not been asked about.</summary>
    public IReadOnlyList<AbsentLayer> Missing { get; private set; } = [];

    /// <summary>Whether a project is being written or read.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>The name of the project, or null while it has none.</summary>
    public string? Name => State.Path is { } path ? Path.GetFileNameWithoutExtension(path) : null;

    /// <summary>Whether closing would lose something: changes of a project, voxels that were painted, or layers that an operation made.</summary>
    public bool WouldLose => State.Path is not null ? Unsaved.IsChanged
        : Unsaved.ChangedVoxels.Any(layer => layer is LabelsLayer) || _bench.Viewer.Layers.Any(layer => _bench.Services.History.OriginOf(layer) is not null && DataFile.Of(layer) is null);

    /// <summary>The title of the window.</summary>
    /// <param name="program">The name of the program.</param>
    public string Title(string program) => (Name, WouldLose) switch
    {
        (null, false) => program,
        (null, true) => $"unsaved* — {program}",
        (var name, true) => $"{name}* — {program}",
        (var name, _) => $"{name} — {program}",
    };

    /// <summary>Keeps something of the window with projects from now on.</summary>
    public void Add(IProjectPart part) => _parts.Add(part);

    /// <summary>Reads values that may name layers of the viewer.</summary>
    public ValueJson Values() => new(new ValueScope(
        id => _bench.Viewer.Layers.FirstOrDefault(layer => LayerIds.Of(layer) == id),
        id => _bench.Services.Plugins.AllActive<Colormap>().FirstOrDefault(colormap => colormap.Id == id)));

    /// <summary>Saves where the project stands, or asks where.</summary>
    /// <param name="then">Done when it is saved; not when that fails.</param>
    public void Save(Action? then = null)
    {
        if (State.Path is { } path)
            SaveTo(path, then);
        else
            SaveAs(then);
    }

    /// <summary>Asks where, and saves there.</summary>
    public void SaveAs(Action? then = null)
    {
        var name = Name ?? (_bench.Viewer.Layers.FirstOrDefault() is { } layer ? FileDialogs.SafeName(layer.Name) : "project");
        _bench.FileRequest = new FileRequest("Save the project as", FileGoal.Save, "Save", name + ProjectState.Extension,
            paths => SaveTo(ProjectState.IsProject(paths[0]) ? paths[0] : paths[0] + ProjectState.Extension, then));
    }

    /// <summary>Saves as a file, in a job.</summary>
    public void SaveTo(string path, Action? then = null)
    {
        path = Path.GetFullPath(path);
        if (IsBusy)
        {
            _bench.Notices.Tell("The project is still being written; save it again in a moment.");
            return;
        }
        // A preview hides the layer that it is about, or all others.
        _bench.Edits.Close();
        if (_bench.Followed.HidesOthers)
            _bench.Followed.Close();
        IsBusy = true;
        var version = Unsaved.Version;
        var next = State.Path == path ? State : Moved(path);
        foreach (var part in _parts)
            State.Parts[part.Name] = part.Write();
        next.Parts = State.Parts;
        var writing = ProjectWriting.Of(path, _bench.Viewer, State, _bench.Services.History);
        _bench.Services.Jobs.Start($"Save {Path.GetFileName(path)}", job =>
        {
            try
            {
                writing.Write(new JobReports(job), job.CancellationToken);
            }
            catch
            {
                _bench.Post(() => IsBusy = false);
                throw;
            }
            return Task.FromResult(path);
        }, written => _bench.Post(() =>
        {
            IsBusy = false;
            next.Absent.Clear();
            next.Absent.AddRange(writing.Absent);
            State = next;
            Unsaved.TellSaved(version);
            Recent.Add(path);
            _bench.Notices.Tell(writing.Lost.Count == 0 ? $"Saved the project as {path}"
                : $"Saved the project as {path}, without {string.Join(", ", writing.Lost.Select(layer => $"'{layer}'"))}, which no project can keep.");
            then?.Invoke();
        }));
        _bench.Activity.Request();
    }

    /// <summary>Opens a project in place of what is there, after asking about what would be lost.</summary>
    public void Open(string path, IEnumerable<string>? folders = null) => Asking("opening another project", () => OpenNow(path, folders));

    /// <summary>Begins anew, after asking about what would be lost.</summary>
    public void New() => Asking("beginning a new project", () =>
    {
        State = new ProjectState();
        Replace(() => { });
        foreach (var part in _parts)
            part.Read(null);
        Unsaved.TellSaved(Unsaved.Version);
    });

    /// <summary>Does something that would lose changes, after asking about them where there are any.</summary>
    /// <param name="what">What it is, such as "closing the window".</param>
    /// <param name="then">Done when the user has agreed or saved.</param>
    /// <param name="later">Done when the user wants copies of the labels to be kept for the next start; null where that cannot be.</param>
    /// <returns>Whether the user is asked.</returns>
    public bool Asking(string what, Action then, Action? later = null)
    {
        if (!WouldLose)
        {
            then();
            return false;
        }
        Question = new SaveQuestion(what, then, _bench.Recovery.IsOn ? later : null);
        _bench.Activity.Request();
        return true;
    }

    /// <summary>Searches a folder for the data that were not found, and opens the project again with them.</summary>
    public void FindMissing() => _bench.FileRequest = new FileRequest("The folder that holds the data", FileGoal.Folder, "Search here", "", paths =>
    {
        Missing = [];
        if (State.Path is { } path)
            OpenNow(path, paths);
    });

    /// <summary>Leaves them out for now; they stay in the project.</summary>
    public void LeaveMissing() => Missing = [];

    public void Dispose() => Unsaved.Dispose();

    private ProjectState Moved(string path)
    {
        var moved = new ProjectState { Path = path, LeftOfViewer = State.LeftOfViewer };
        moved.Records.AddRange(State.Records);
        foreach (var layer in _bench.Viewer.Layers)
            moved.SetLeft(layer, State.LeftOf(layer));
        return moved;
    }

    private void OpenNow(string path, IEnumerable<string>? folders)
    {
        IsBusy = true;
        _bench.Services.Jobs.Start($"Open {Path.GetFileName(path)}", job =>
        {
            try
            {
                return Task.FromResult(ProjectReading.Of(path, _bench.Services, folders, new JobReports(job), job.CancellationToken));
            }
            catch
            {
                _bench.Post(() => IsBusy = false);
                throw;
            }
        }, reading => _bench.Post(() => Show(reading)));
        _bench.Activity.Request();
    }

    private void Show(ProjectReading reading)
    {
        IsBusy = false;
        using (reading)
        {
            Replace(() => reading.ApplyTo(_bench.Viewer));
            State = reading.State;
            foreach (var part in _parts)
                Read(part);
            Recent.Add(State.Path!);
            foreach (var notice in reading.Notices.Take(3))
                _bench.Notices.Fail(notice);
            if (reading.Notices.Count > 3)
                _bench.Notices.Fail($"And {reading.Notices.Count - 3} more; 'info {Path.GetFileName(State.Path)}' on the command line lists all.");
            Missing = [.. State.Absent.Where(absent => absent.IsDataMissing)];
        }
        Unsaved.TellSaved(Unsaved.Version);
        _bench.Activity.Request();
    }

    private void Read(IProjectPart part)
    {
        try
        {
            part.Read(State.Parts[part.Name]);
        }
        catch (Exception problem) when (problem is FormatException or InvalidOperationException or ArgumentException)
        {
            _bench.Notices.Fail($"The project's '{part.Name}' cannot be used: {problem.Message}");
        }
    }

    // What was there before cannot come back by undo: it belongs to another project.
    private void Replace(Action put)
    {
        _bench.Viewer.Layers.Clear();
        _bench.History.Clear();
        put();
        _bench.History.Clear();
        _bench.Scene.Touch();
    }
}
