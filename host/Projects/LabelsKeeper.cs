using System.Buffers;
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
        VoxelFile.Write(path, labels.Shape, labels.Spacing, VoxelType.UInt8, labels.CopySlice, progress, cancellationToken);
    }

    public Layer ReadStored(string path, string name, JsonObject entry, ValueJson values, AppServices services, CancellationToken cancellationToken)
    {
        var source = VoxelFile.Open(path);
        try
        {
            if (source.VoxelType != VoxelType.UInt8)
                throw new VolumeReadException(path, $"it holds {source.VoxelType}, where labels are {VoxelType.UInt8}.");
            var phases = entry["properties"]?["phases"] is { } table ? (PhaseTable)values.Read(table, typeof(PhaseTable))! : throw new FormatException("the table of its phases is missing.");
            return new LabelsLayer(name, Stored(source, path, phases, services.MostLabelsInMemory, cancellationToken)) { Origin = (string?)entry["origin"] ?? "" };
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    // By the values that the labels had then: a phase that no voxel has would be missing from what is found in the file.
    public Layer ReadFile(DataFile file, bool isChanged, string name, AppServices services, CancellationToken cancellationToken)
    {
        if (file.FileValues is not { Count: > 0 } values)
            return Open();
        var source = services.Io.OpenStack(file.Paths, file.Reader, cancellationToken);
        try
        {
            var labels = LayerFactory.Labels(source, PhaseTable.ForFileValues(values), services.MostLabelsInMemory, cancellationToken);
            // What is read later would fail then.
            if (isChanged && labels.IsOnDemand)
                CheckAll(labels, cancellationToken);
            // The user's own names and colours come with the properties.
            return new LabelsLayer(name, labels) { Origin = file.Paths[0] };
        }
        // The file has other labels by now; the project tells of that.
        catch (UserException other) when (other is not VolumeReadException)
        {
            source.Dispose();
            return Open();
        }
        catch
        {
            source.Dispose();
            throw;
        }

        Layer Open() => LayerFactory.Open(services.Io, file.Paths, InputKind.Labels, file.Reader, services.MostLabelsInMemory, progress: null, cancellationToken);
    }

    private static void CheckAll(LabelVolume labels, CancellationToken cancellationToken) => labels.ForEachSlice(z =>
    {
        var slice = ArrayPool<byte>.Shared.Rent(labels.Shape.SliceLength);
        labels.CopySlice(z, slice.AsSpan(0, labels.Shape.SliceLength));
        ArrayPool<byte>.Shared.Return(slice);
    }, cancellationToken);

    // Takes over the source.
    private static LabelVolume Stored(IVolumeSource source, string path, PhaseTable phases, long mostInMemory, CancellationToken cancellationToken)
    {
        if (LayerFactory.IsOnDemand(source, mostInMemory))
            return LabelVolume.OnDemand(source.Shape, phases, source.Spacing, (z, slice) => Read(source, path, phases, z, slice), mostInMemory, source);
        var labels = new LabelVolume(source.Shape, phases, source.Spacing);
        source.ForEachSlice(z => Read(source, path, phases, z, labels.Slice(z)), cancellationToken);
        source.Dispose();
        return labels;
    }

    private static void Read(IVolumeSource source, string path, PhaseTable phases, int z, Span<byte> slice)
    {
        source.ReadSlice(z, slice);
        // No label between the last phase and unlabelled.
        if (phases.Count < LabelVolume.Unlabelled && slice.IndexOfAnyInRange((byte)phases.Count, (byte)(LabelVolume.Unlabelled - 1)) is var place and >= 0)
            throw new VolumeReadException(path, $"slice {z} has the label {slice[place]}, but the project has {phases.Count} phases for it.");
    }
}
