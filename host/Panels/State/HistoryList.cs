using VolumeViewer.Host.History;

namespace VolumeViewer.Host.Panels;

/// <summary>The runs as the window lists them: those of this session at once, those before it when the journal has been read in the background.</summary>
internal sealed class HistoryList
{
    // The journal holds thousands; who needs older ones has the command line.
    private const int MostEarlier = 200;

    private readonly RunHistory _history;
    private readonly Action _changed;
    private Task<(IReadOnlyList<OperationRecord> Records, int Damaged)>? _reading;

    public HistoryList(RunHistory history, Action changed)
    {
        (_history, _changed) = (history, changed);
        // For the life of the program, as the history and the window are.
        history.Added += _ => changed();
    }

    /// <summary>The runs of this process, the newest first.</summary>
    public IReadOnlyList<OperationRecord> Session => [.. _history.Session.Reverse()];

    /// <summary>Runs before those, the newest first; empty until they are read.</summary>
    public IReadOnlyList<OperationRecord> Earlier
    {
        get
        {
            Read();
            if (_reading is not { IsCompletedSuccessfully: true })
                return [];
            var here = _history.Session.Select(record => record.Id).ToHashSet();
            return [.. _reading.Result.Records.Reverse().Where(record => !here.Contains(record.Id)).Take(MostEarlier)];
        }
    }

    public bool IsReading => _reading is { IsCompleted: false };

    /// <summary>Why the earlier runs cannot be shown, or that some are damaged; or null.</summary>
    public string? Fault => _reading switch
    {
        { IsFaulted: true } => _reading.Exception!.InnerException!.Message,
        { IsCompletedSuccessfully: true, Result.Damaged: > 0 and var damaged } => $"{damaged} damaged line(s) of the history were left out.",
        _ => null,
    };

    private void Read()
    {
        if (_reading is not null)
            return;
        _reading = Task.Run(_history.All);
        _reading.ContinueWith(_ => _changed(), TaskScheduler.Default);
    }
}
