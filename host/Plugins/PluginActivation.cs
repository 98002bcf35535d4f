using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins;

/// <summary>Loads a plugin's code and lets it register what it brings, within a time limit.</summary>
internal static class PluginActivation
{
    /// <returns>The running plugin, or null and why it does not run.</returns>
    public static (LoadedPlugin? Loaded, string Failure) Run(PluginEntry plugin, ContributionRegistry registry, TimeSpan timeout)
    {
        var loaded = new LoadedPlugin(plugin, PrivateCopies.Create(plugin.Id));
        Exception? failure = null;
        // A thread of its own: code that never comes back must not take one of the pool's with it.
        var thread = new Thread(() =>
        {
            try
            {
                var code = plugin.Format.Load(plugin, loaded.Copy);
                loaded.Attach(code);
                code.Instance.Activate(new Context(plugin, loaded, registry));
            }
            // The edge where a plugin's code is called: whatever it throws, the program goes on and says whose fault it was.
            catch (Exception cause)
            {
                failure = cause;
            }
        })
        { IsBackground = true, Name = $"activates {plugin.Id}" };
        thread.Start();
        if (!thread.Join(timeout))
        {
            loaded.Unload();
            return (null, $"It did not finish activating itself within {timeout.TotalSeconds:0.#} s and was given up. Its code may still be running until the program ends.");
        }
        if (failure is null)
            return (loaded, "");
        loaded.Unload();
        PrivateCopies.Delete(loaded.Copy);
        return (null, Sentence(failure));
    }

    private static string Sentence(Exception failure) => failure switch
    {
        PluginException told => told.Message,
        PluginFaultException fault => fault.Message,
        System.Reflection.TargetInvocationException { InnerException: { } inner } => Sentence(inner),
        TypeLoadException or MissingMemberException =>
            $"It was built against another SDK or another version of a library than this program has: {failure.Message} Build it again against SDK {SdkVersion.Current}.",
        _ => $"{failure.GetType().Name} while it was loaded: {failure.Message}",
    };

    private sealed class Context(PluginEntry plugin, LoadedPlugin loaded, ContributionRegistry registry) : IPluginContext
    {
        public string Folder => plugin.Folder;

        public IDisposable Register<T>(T contribution) where T : class, IContribution
        {
            ArgumentNullException.ThrowIfNull(contribution);
            var registration = registry.Add(typeof(T), contribution, plugin);
            loaded.Keep(registration);
            plugin.NoteRegistered(ContributionKinds.Keys[typeof(T)], new ManifestContribution { Id = contribution.Id, Title = contribution.Title });
            return registration;
        }
    }
}
