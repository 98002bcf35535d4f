using System.Text.Json.Nodes;

using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Projects;

/// <summary>Keeps images: by their file, or with all their voxels where they have none.</summary>
internal sealed class ImageKeeper : ILayerKeeper
{
    public string Kind => "image";

    public bool Keeps(Layer layer) => layer is ImageLayer;

    public Layer Twin(Layer layer, bool isTemporary) =>
        new ImageLayer(layer.Name, ((ImageLayer)layer).Volume, ((ImageLayer)layer).Statistics) { IsTemporary = isTemporary, Origin = layer.Origin };

    public bool NeedsStore(Layer layer) => DataFile.Of(layer) is null || VoxelChanges.HasUnsaved(layer);

    public void Store(Layer layer, string path, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var volume = ((ImageLayer)layer).Volume;
        VoxelFile.Write(path, volume.Shape, volume.Spacing, volume.VoxelType, volume.ReadSlice, progress, cancellationToken);
    }

    public Layer ReadStored(string path, string name, JsonObject entry, ValueJson values, AppServices services, CancellationToken cancellationToken)
    {
        var volume = VoxelFile.Open(path);
        try
        {
            return new ImageLayer(name, volume, IntensityStatistics.Measure(volume, cancellationToken)) { Origin = (string?)entry["origin"] ?? "" };
        }
        catch
        {
            volume.Dispose();
            throw;
        }
    }

    public Layer ReadFile(DataFile file, bool isChanged, string name, AppServices services, CancellationToken cancellationToken) => LayerFactory.Open(services.Io, file.Paths, InputKind.Image, file.Reader, null, cancellationToken);
}
