using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>Reads and writes .forest files: eight letters, the version, a header in JSON, then edges and trees as they are in memory (little endian).</summary>
internal static class ForestFile
{
    private const int Version = 1;
    private const int MostHeaderBytes = 1 << 20;
    private const int MostTrees = 10_000;

    private static ReadOnlySpan<byte> Magic => "VVFOREST"u8;

    /// <summary>Writes under a temporary name, and renames when everything is there.</summary>
    /// <exception cref="UserException">It cannot be written; what was there before is still there.</exception>
    public static void Save(ForestModel model, string path)
    {
        var temporary = path + ".tmp";
        try
        {
            using (var writer = new BinaryWriter(File.Create(temporary)))
                Write(model, writer);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
            throw new UserException($"The forest cannot be written to '{path}': {cause.Message} Choose another file.", cause);
        }
    }

    /// <exception cref="UserException">It cannot be read, is no forest, or is damaged.</exception>
    public static ForestModel Load(string path)
    {
        try
        {
            using var reader = new BinaryReader(File.OpenRead(path));
            return Read(reader);
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new UserException($"The forest '{path}' cannot be opened: {cause.Message} Give the file that --save-forest wrote.", cause);
        }
        // Whatever is wrong with the numbers in a file shows as one of these.
        catch (Exception cause) when (cause is IOException or JsonException or InvalidOperationException or FormatException or ArgumentException or OverflowException
            or KeyNotFoundException or NullReferenceException or UserException or IndexOutOfRangeException)
        {
            throw new UserException($"'{path}' is no forest, or is damaged: {cause.Message} Give the file that --save-forest wrote, or train again.", cause);
        }
    }

    private static void Write(ForestModel model, BinaryWriter writer)
    {
        var header = new JsonObject
        {
            ["features"] = new JsonObject
            {
                ["scales"] = new JsonArray([.. model.Features.Scales.Select(scale => (JsonNode)scale)]),
                ["kinds"] = model.Features.Kinds.ToString(),
                ["dimensions"] = model.Features.Dimensions,
            },
            ["normalisation"] = new JsonObject
            {
                ["kind"] = model.Scaling.Kind.ToString(),
                ["offset"] = model.Scaling.Offset,
                ["scale"] = model.Scaling.Scale,
            },
            ["phases"] = new JsonArray([.. model.Phases.Select(phase => new JsonObject
            {
                ["name"] = phase.Name,
                ["color"] = phase.Color.ToString(),
                ["value"] = phase.FileValue,
            })]),
            ["outOfBagAccuracy"] = double.IsNaN(model.OutOfBagAccuracy) ? null : model.OutOfBagAccuracy,
            ["importances"] = new JsonArray([.. model.Importances.Select(importance => (JsonNode)importance)]),
            ["trees"] = model.Forest.Trees.Count,
        };
        writer.Write(Magic);
        writer.Write(Version);
        var text = JsonSerializer.SerializeToUtf8Bytes((JsonNode)header);
        writer.Write(text.Length);
        writer.Write(text);
        for (var feature = 0; feature < model.Features.Count; feature++)
            writer.Write(MemoryMarshal.AsBytes(model.Forest.Bins.Of(feature)));
        foreach (var tree in model.Forest.Trees)
        {
            writer.Write(tree.Nodes.Length);
            writer.Write(tree.Shares.Length);
            writer.Write(MemoryMarshal.AsBytes<uint>(tree.Nodes));
            writer.Write(MemoryMarshal.AsBytes<ushort>(tree.LeafOf));
            writer.Write(MemoryMarshal.AsBytes<float>(tree.Shares));
        }
    }

    private static ForestModel Read(BinaryReader reader)
    {
        if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic))
            throw new FormatException("It does not begin like one.");
        if (reader.ReadInt32() is var version && version != Version)
            throw new FormatException($"It has version {version}, this program reads version {Version}.");
        var length = reader.ReadInt32();
        if (length is <= 0 or > MostHeaderBytes)
            throw new FormatException($"Its header has {length} bytes.");
        var header = JsonNode.Parse(reader.ReadBytes(length))!;
        var measured = header["features"]!;
        var features = new FeatureSettings([.. measured["scales"]!.AsArray().Select(scale => (double)scale!)],
            Enum.Parse<FeatureKinds>((string)measured["kinds"]!), (int)measured["dimensions"]!);
        var normalised = header["normalisation"]!;
        var scaling = new GreyScaling(Enum.Parse<GreyNormalisation>((string)normalised["kind"]!), (double)normalised["offset"]!, (double)normalised["scale"]!);
        var phases = new PhaseTable(header["phases"]!.AsArray().Select(phase =>
            new Phase((string)phase!["name"]!, Rgba.Parse((string)phase["color"]!), (long)phase["value"]!)));
        var count = (int)header["trees"]!;
        if (count is < 1 or > MostTrees || features.Dimensions is not (2 or 3))
            throw new FormatException($"It has {count} trees and {features.Dimensions} dimensions.");
        var edges = new float[features.Count][];
        for (var feature = 0; feature < edges.Length; feature++)
            edges[feature] = ReadArray<float>(reader, FeatureBins.Edges);
        var trees = new Tree[count];
        for (var tree = 0; tree < count; tree++)
            trees[tree] = ReadTree(reader, features.Count, phases.Count);
        return new ForestModel(new RandomForest(new FeatureBins(edges), trees, phases.Count), features, scaling, phases)
        {
            OutOfBagAccuracy = (double?)header["outOfBagAccuracy"] ?? double.NaN,
            Importances = [.. header["importances"]!.AsArray().Select(importance => (double)importance!)],
        };
    }

    private static Tree ReadTree(BinaryReader reader, int features, int phases)
    {
        var (nodes, shares) = (reader.ReadInt32(), reader.ReadInt32());
        if (nodes is < 1 or > Tree.MaxNodes || shares < phases || shares % phases != 0 || shares / phases > nodes)
            throw new FormatException($"A tree has {nodes} nodes and {shares} shares of phases.");
        var tree = new Tree(ReadArray<uint>(reader, nodes), ReadArray<ushort>(reader, nodes), ReadArray<float>(reader, shares));
        for (var node = 0; node < nodes; node++)
        {
            var word = tree.Nodes[node];
            var left = (int)(word >> 16);
            // Children come after their parent, so that every way ends; leaves are their own.
            var isLeaf = left == node && (word & 255) == 255 && tree.LeafOf[node] < shares / phases;
            if ((!isLeaf && (left <= node || left + 1 >= nodes)) || (word >> 8 & 255) >= features)
                throw new FormatException($"Node {node} of a tree leads nowhere.");
        }
        return tree;
    }

    private static T[] ReadArray<T>(BinaryReader reader, int count) where T : unmanaged
    {
        var values = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
