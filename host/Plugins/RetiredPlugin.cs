namespace VolumeViewer.Host.Plugins;

/// <summary>A build of a plugin that was unloaded: watches whether its load context really dies.</summary>
/// <param name="Stamp">Which build.</param>
/// <param name="Name">Shown to the user.</param>
/// <param name="Context">Its load context.</param>
/// <param name="Copy">The private copy of its files, deleted when the context is dead.</param>
internal sealed record RetiredPlugin(PluginStamp Stamp, string Name, WeakReference Context, string Copy)
{
    private const int Collections = 12;

    /// <summary>When it was unloaded.</summary>
    public DateTimeOffset Since { get; } = DateTimeOffset.Now;

    public bool IsAlive => Context.IsAlive;

    /// <summary>Collects garbage until the context is dead, or it is plain that something holds it.</summary>
    /// <returns>Whether it is dead.</returns>
    public bool Prove()
    {
        for (var i = 0; i < Collections && Context.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            // Threads of the pool drop their last work item only when they take the next one.
            if (Context.IsAlive && i > 1)
                Thread.Sleep(20);
        }
        if (Context.IsAlive)
            return false;
        PrivateCopies.Delete(Copy);
        return true;
    }
}
