namespace VolumeViewer.Sdk;

/// <summary>Something a plugin brings: an operation, a reader, a writer, a network, a live segmenter, a colormap, sample data.</summary>
public interface IContribution
{
    /// <summary>Unique among contributions of its kind; in kebab case, and stays once it was used in a recipe.</summary>
    string Id { get; }

    /// <summary>Shown in menus.</summary>
    string Title { get; }
}
