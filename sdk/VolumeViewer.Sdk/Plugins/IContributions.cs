namespace VolumeViewer.Sdk;

/// <summary>What all plugins bring, by kind. Looking something up loads the plugin that brings it.</summary>
public interface IContributions
{
    /// <summary>All contributions of a kind, by id.</summary>
    /// <typeparam name="T">The contract, such as <see cref="IOperation"/>.</typeparam>
    IReadOnlyList<T> All<T>() where T : class, IContribution;

    /// <summary>The contribution of this kind and id.</summary>
    /// <exception cref="UserException">There is none; the message lists what there is.</exception>
    T Get<T>(string id) where T : class, IContribution;
}
