using VolumeViewer.Host.Jobs;

namespace VolumeViewer.Host.CommandLine;

/// <summary>Shows a job's log and progress on the error stream: one line that moves on a terminal, a line now and then in a file.</summary>
internal sealed class ConsoleProgress
{
    private static readonly TimeSpan TerminalPause = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan FilePause = TimeSpan.FromSeconds(15);

    private readonly Lock _lock = new();
    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private DateTime _lastShown = DateTime.UtcNow;
    private int _shownLength;

    public void Attach(Job job)
    {
        job.Progressed += Show;
        job.Logged += Log;
    }

    /// <summary>Takes the moving line away.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            if (_shownLength > 0)
                Console.Error.Write("\r" + new string(' ', _shownLength) + "\r");
            _shownLength = 0;
        }
    }

    private static string Duration(TimeSpan time) => time.TotalHours >= 1 ? time.ToString(@"h\:mm\:ss") : time.ToString(@"m\:ss");

    private void Log(string message)
    {
        Clear();
        Console.Error.WriteLine(message);
    }

    private void Show(Job job)
    {
        lock (_lock)
        {
            var now = DateTime.UtcNow;
            if (now - _lastShown < (_isTerminal ? TerminalPause : FilePause))
                return;
            _lastShown = now;
            var progress = job.Progress;
            var line = $"{progress.Fraction,4:0%}  {Duration(job.Elapsed)}"
                + (job.Remaining is { } left ? $", about {Duration(left)} left" : "") + (progress.Status.Length > 0 ? $"  {progress.Status}" : "");
            if (!_isTerminal)
            {
                Console.Error.WriteLine(line);
                return;
            }
            Console.Error.Write("\r" + line.PadRight(_shownLength));
            _shownLength = Math.Max(_shownLength, line.Length);
        }
    }
}
