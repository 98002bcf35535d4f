using System.IO.Compression;
using System.Text.Json;

using VolumeViewer.Host.History;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Recovery;

/// <summary>
/// A copy of a labels layer in a folder: compressed pieces of some slices, and a file that names them. Only pieces that changed are written again, under new names; the file that
/// names them is put in place at the end by renaming it, so that whenever the process dies one whole copy is there.
/// </summary>
internal sealed class LayerCopy(string folder)
{
    private const string ManifestName = "layer.json";

    // Pieces of about 16 million voxels: a stroke touches one or two, and each is compressed in a fraction of a second.
    private const int SlabVoxels = 1 << 24;

    private LayerManifest? _last;
    private int _number;

    public string Folder => folder;

    /// <summary>Whether a folder holds a copy.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, ManifestName));

    /// <summary>Slices of a piece of a volume of this shape.</summary>
    public static int SlabDepthOf(VolumeShape shape) => Math.Clamp(SlabVoxels / shape.SliceLength, 1, shape.Depth);

    /// <summary>Writes what changed. The layer may be painted on meanwhile: what changes after is for the next time.</summary>
    /// <param name="layer">Its labels are read.</param>
    /// <param name="manifest">The rest of it, as it was when the copy was wanted.</param>
    /// <param name="isChanged">By piece; all are written where there is no copy yet.</param>
    /// <param name="cancellationToken">Cancels; the copy before stays.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(LabelsLayer layer, LayerManifest manifest, bool[] isChanged, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var (labels, depth, number) = (layer.Labels, manifest.SlabDepth, ++_number);
        var slabs = new string[isChanged.Length];
        labels.ForPieces(isChanged.Length, slab =>
        {
            if (_last is not null && !isChanged[slab])
            {
                slabs[slab] = _last.Slabs[slab];
                return;
            }
            slabs[slab] = $"slab-{slab}-{number}.deflate";
            using var file = new FileStream(Path.Combine(folder, slabs[slab]), FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
            using var packed = new DeflateStream(file, CompressionLevel.Fastest);
            for (var z = slab * depth; z < Math.Min((slab + 1) * depth, labels.Shape.Depth); z++)
                packed.Write(labels.Slice(z));
        }, cancellationToken);
        manifest = manifest with { Slabs = slabs, Saved = DateTimeOffset.Now };
        var temporary = Path.Combine(folder, $"{ManifestName}.tmp");
        File.WriteAllText(temporary, JsonSerializer.Serialize(manifest, RecordJson.Options));
        File.Move(temporary, Path.Combine(folder, ManifestName), overwrite: true);
        _last = manifest;
        foreach (var file in Directory.EnumerateFiles(folder, "slab-*").Where(file => !slabs.Contains(Path.GetFileName(file))).ToList())
            File.Delete(file);
    }

    /// <summary>Everything of the copy but the voxels.</summary>
    /// <exception cref="UserException">It cannot be read, or is damaged.</exception>
    public LayerManifest ReadManifest()
    {
        var path = Path.Combine(folder, ManifestName);
        try
        {
            return JsonSerializer.Deserialize<LayerManifest>(File.ReadAllText(path), RecordJson.Options) is
            { Format: LayerManifest.CurrentFormat, Shape: [> 0, > 0, > 0], Spacing.Length: 3, Phases.Length: > 0, SlabDepth: > 0 } manifest
                && manifest.Slabs.Length == (manifest.Shape[0] + manifest.SlabDepth - 1) / manifest.SlabDepth
                ? manifest : throw new UserException($"The copy of labels '{path}' is damaged, or of another version.");
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new UserException($"The copy of labels '{path}' cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>The layer as it was copied.</summary>
    /// <exception cref="UserException">It cannot be read, or is damaged.</exception>
    public LabelsLayer Read(CancellationToken cancellationToken)
    {
        var manifest = ReadManifest();
        try
        {
            var phases = new PhaseTable(manifest.Phases.Select(phase => new Phase(phase.Name, Rgba.Parse(phase.Color), phase.FileValue, phase.Visible, phase.State)));
            var spacing = new Spacing(manifest.Spacing[0], manifest.Spacing[1], manifest.Spacing[2], manifest.IsCalibrated);
            var labels = new LabelVolume(new VolumeShape(manifest.Shape[0], manifest.Shape[1], manifest.Shape[2]), phases, spacing);
            labels.ForPieces(manifest.Slabs.Length, slab => ReadSlab(Path.Combine(folder, Path.GetFileName(manifest.Slabs[slab])), labels, slab * manifest.SlabDepth, manifest.SlabDepth), cancellationToken);
            return new LabelsLayer(manifest.Name, labels) { Origin = manifest.Origin, Opacity = manifest.Opacity, Visible = manifest.Visible };
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException or FormatException)
        {
            throw new UserException($"The copy of '{manifest.Name}' in '{folder}' is damaged: {problem.Message}", problem);
        }
    }

    private static void ReadSlab(string path, LabelVolume labels, int first, int depth)
    {
        using var packed = new DeflateStream(File.OpenRead(path), CompressionMode.Decompress);
        for (var z = first; z < Math.Min(first + depth, labels.Shape.Depth); z++)
        {
            var slice = labels.Slice(z);
            packed.ReadExactly(slice);
            foreach (var label in slice)
            {
                if (label >= labels.Phases.Count && label != LabelVolume.Unlabelled)
                    throw new InvalidDataException($"slice {z} has the label {label}, but there are {labels.Phases.Count} phases.");
            }
        }
    }
}
