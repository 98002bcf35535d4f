namespace VolumeViewer.Host.Plugins;

/// <summary>Follows the plugin folders while the program runs.</summary>
/// <remarks>
/// It looks again and again instead of asking the system for notifications: those are lost under load, do not exist on network drives, and cannot
/// tell when a folder that is copied file by file is complete. A look costs a fraction of a millisecond.
/// </remarks>
internal sealed class PluginWatcher : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);

    // Files must rest this long before they are read.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(600);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    /// <param name="look">Tells what lies there.</param>
    /// <param name="apply">Takes over what lies there, once it rests.</param>
    public PluginWatcher(Func<Dictionary<string, PluginScan.Found>> look, Action<Dictionary<string, PluginScan.Found>> apply) =>
        _loop = Task.Run(() => RunAsync(look, apply, _stop.Token));

    public void Dispose()
    {
        _stop.Cancel();
        _loop.ContinueWith(_ => _stop.Dispose(), TaskScheduler.Default);
    }

    private static async Task RunAsync(
        Func<Dictionary<string, PluginScan.Found>> look, Action<Dictionary<string, PluginScan.Found>> apply, CancellationToken cancellationToken)
    {
        var applied = look();
        apply(applied);
        var (last, restsFor) = (applied, TimeSpan.Zero);
        using var timer = new PeriodicTimer(Period);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
            {
                var now = look();
                restsFor = PluginScan.AreEqual(now, last) ? restsFor + Period : TimeSpan.Zero;
                last = now;
                if (restsFor < Rest || PluginScan.AreEqual(now, applied))
                    continue;
                apply(now);
                applied = now;
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }
}
