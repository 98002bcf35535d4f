using System.Text.Json.Nodes;

using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Projects;

/// <summary>Keeps labels: by their file while nobody changed them, else with all their voxels.</summary>
internal sealed class LabelsKeeper : ILayerKeeper
{
    public string Kind => "labels";

    public bool Keeps(Layer layer) => layer is LabelsLayer;

    public Layer Twin(Layer layer, bool isTemporary) => new LabelsLayer(layer.Name, ((LabelsLayer)layer).Labels) { IsTemporary = isTemporary, Origin = layer.Origin };

    public bool NeedsStore(Layer layer) => DataFile.Of(layer) is null || VoxelChanges.HasUnsaved(layer);

    // The labels themselves rather than the phases' file values, which the user may change.
    public void Store(Layer layer, string path, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var labels = ((LabelsLayer)layer).Labels;
        VoxelFile.Write(path, labels.Shape, labels.Spacing, VoxelType.UInt8, (z, destination) => labels.Slice(z).CopyTo(destination), progress, cancellationToken);
    }

    public Layer ReadStored(string path, string name, JsonObject entry, ValueJson values, CancellationToken cancellationToken)
    {
        using var source = VoxelFile.Open(path);
        if (source.VoxelType != VoxelType.UInt8)
            throw new VolumeReadException(path, $"it holds {source.VoxelType}, where labels are {VoxelType.UInt8}.");
        var phases = entry["properties"]?["phases"] is { } table ? (PhaseTable)values.Read(table, typeof(PhaseTable))! : throw new FormatException("the table of its phases is missing.");
        var labels = new LabelVolume(source.Shape, phases, source.Spacing);
        source.ForEachSlice(z =>
        {
            var slice = labels.Slice(z);
            source.ReadSlice(z, slice);
            foreach (var label in slice)
            {
                if (label >= phases.Count && label != LabelVolume.Unlabelled)
                    throw new VolumeReadException(path, $"slice {z} has the label {label}, but the project has {phases.Count} phases for it.");
            }
        }, cancellationToken);
        return new LabelsLayer(name, labels) { Origin = (string?)entry["origin"] ?? "" };
    }

    // By the values that the labels had then: a phase that no voxel has would be missing from what is found in the file.
    public Layer ReadFile(DataFile file, string name, AppServices services, CancellationToken cancellationToken)
    {
        if (file.FileValues is not { Count: > 0 } values)
            return LayerFactory.Open(services.Io, file.Paths, InputKind.Labels, file.Reader, null, cancellationToken);
        var source = services.Io.OpenStack(file.Paths, file.Reader, cancellationToken);
        try
        {
            // The user's own names and colours come with the properties.
            return new LabelsLayer(name, LayerFactory.Labels(source, PhaseTable.ForFileValues(values), cancellationToken)) { Origin = file.Paths[0] };
        }
        // The file has other labels by now; the project tells of that.
        catch (UserException other) when (other is not VolumeReadException)
        {
            source.Dispose();
            return LayerFactory.Open(services.Io, file.Paths, InputKind.Labels, file.Reader, null, cancellationToken);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }
}
