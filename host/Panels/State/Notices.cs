using System.Diagnostics;

namespace VolumeViewer.Host.Panels;

/// <summary>A line that tells the user of something and goes away by itself.</summary>
internal sealed record Notice(string Text, bool IsError, TimeSpan Until)
{
    /// <summary>Takes back what the line tells of, or null where nothing can be taken back.</summary>
    public Action? Undo { get; init; }

    /// <summary>Called once when the line goes without having been undone.</summary>
    public Action? Gone { get; init; }
}

/// <summary>The lines shown now, the oldest first.</summary>
internal sealed class Notices(Func<TimeSpan> clock)
{
    private const int MostShown = 4;
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(6), Long = TimeSpan.FromSeconds(20);

    private readonly List<Notice> _shown = [];

    public Notices() : this(SinceStart(Stopwatch.StartNew())) { }

    public IReadOnlyList<Notice> Shown => _shown;

    public void Tell(string text, Action? undo = null, Action? gone = null) =>
        Add(new Notice(text, false, clock() + Short) { Undo = undo, Gone = gone });

    public void Fail(string text) => Add(new Notice(text, true, clock() + Long));

    public void Dismiss(Notice notice)
    {
        if (_shown.Remove(notice))
            notice.Gone?.Invoke();
    }

    public void Undo(Notice notice)
    {
        if (_shown.Remove(notice))
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

    public void Clear() => _shown.ToList().ForEach(Dismiss);

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
