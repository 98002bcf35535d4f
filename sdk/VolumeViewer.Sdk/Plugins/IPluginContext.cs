namespace VolumeViewer.Sdk;

/// <summary>What a plugin is given when it is activated.</summary>
public interface IPluginContext
{
    /// <summary>The plugin's own folder.</summary>
    string Folder { get; }

    /// <summary>Adds a contribution under the contract <typeparamref name="T"/>.</summary>
    /// <returns>Takes it away again. The host disposes it when the plugin is unloaded, so a plugin need not keep it.</returns>
    /// <exception cref="ArgumentException">Another plugin brought this id already.</exception>
    IDisposable Register<T>(T contribution) where T : class, IContribution;
}
