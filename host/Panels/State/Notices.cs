using System.Diagnostics;

namespace VolumeViewer.Host.Panels;

/// <summary>A line that tells the user of something and goes away by itself.</summary>
internal sealed record Notice(string Text, bool IsError, TimeSpan Until)
{
    /// <summary>Takes back what the line tells of, or null where nothing can be taken back.</summary>
    public Action? Undo { get; init; }

    /// <summary>Whether it still can be; the user may have gone on.</summary>
    public Func<bool> CanUndo { get; init; } = () => false;
}

/// <summary>The lines shown now, the oldest first.</summary>
internal sealed class Notices(Func<TimeSpan> clock)
{
    private const int MostShown = 4;
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(6), Long = TimeSpan.FromSeconds(20);

    private readonly List<Notice> _shown = [];

    public Notices() : this(SinceStart(Stopwatch.StartNew())) { }

    public IReadOnlyList<Notice> Shown => _shown;

    public void Tell(string text) => Add(new Notice(text, false, clock() + Short));

    public void Tell(string text, Action undo, Func<bool> canUndo) => Add(new Notice(text, false, clock() + Short) { Undo = undo, CanUndo = canUndo });

    public void Fail(string text) => Add(new Notice(text, true, clock() + Long));

    public void Dismiss(Notice notice) => _shown.Remove(notice);

    public void Undo(Notice notice)
    {
        if (_shown.Remove(notice) && notice.CanUndo())
            notice.Undo?.Invoke();
    }

    /// <summary>Takes away the lines whose time is over.</summary>
    /// <returns>Whether any went.</returns>
    public bool Expire()
    {
        var over = _shown.Where(notice => notice.Until <= clock()).ToList();
        over.ForEach(Dismiss);
        return over.Count > 0;
    }

    private static Func<TimeSpan> SinceStart(Stopwatch watch) => () => watch.Elapsed;

    private void Add(Notice notice)
    {
        // The same failure twice in a row is told once.
        if (_shown.Find(each => each.Text == notice.Text) is { Undo: null } same)
            _shown.Remove(same);
        _shown.Add(notice);
        if (_shown.Count > MostShown)
            Dismiss(_shown[0]);
    }
}
