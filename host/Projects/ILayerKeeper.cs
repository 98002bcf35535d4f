using System.Text.Json.Nodes;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Projects;

/// <summary>Keeps the data of one type of layers in projects; its properties are kept for all types alike.</summary>
internal interface ILayerKeeper
{
    /// <summary>The type's name in files, such as "image".</summary>
    string Kind { get; }

    /// <summary>Whether it keeps this layer.</summary>
    bool Keeps(Layer layer);

    /// <summary>Properties that are data: they stand in the data's file, and a change of them is one of the data.</summary>
    IReadOnlyCollection<string> DataProperties => [];

    /// <summary>Whether the data have to be stored beside the project as things stand; otherwise they are read from the layer's own file.</summary>
    bool NeedsStore(Layer layer);

    /// <summary>Writes the data as a file. Called in the background.</summary>
    void Store(Layer layer, string path, IProgress<double> progress, CancellationToken cancellationToken);

    /// <summary>Reads such a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The layer's name.</param>
    /// <param name="entry">What the project says of the layer.</param>
    /// <param name="values">Reads values of it.</param>
    /// <param name="services">Say how much may be in memory.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    Layer ReadStored(string path, string name, JsonObject entry, ValueJson values, AppServices services, CancellationToken cancellationToken);

    /// <summary>A second layer on the same data, which stay those of the first; its properties are not copied.</summary>
    /// <param name="layer">The first.</param>
    /// <param name="isTemporary">Whether the second is only shown for a while.</param>
    Layer Twin(Layer layer, bool isTemporary = false);

    /// <summary>Reads the layer's own file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="isChanged">Whether it holds other data than when the project was saved.</param>
    /// <param name="name">The layer's name.</param>
    /// <param name="services">Read it.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    Layer ReadFile(DataFile file, bool isChanged, string name, AppServices services, CancellationToken cancellationToken);
}
