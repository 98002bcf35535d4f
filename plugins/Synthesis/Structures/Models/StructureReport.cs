using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>What generators of simple structures tell.</summary>
internal static class StructureReport
{
    /// <summary>A table of asked against achieved, to which rows of (quantity, unit, asked, achieved) are added.</summary>
    public static Table Begin() =>
        new("asked against achieved", new("quantity"), new("unit"), new("asked", Format: "0.######"), new("achieved", Format: "0.######"));

    /// <summary>The share of each phase.</summary>
    public static double[] Fractions(LabelVolume labels)
    {
        var counts = new long[labels.Phases.Count];
        for (var z = 0; z < labels.Shape.Depth; z++)
        {
            for (var label = 0; label < counts.Length; label++)
                counts[label] += labels.Slice(z).Count((byte)label);
        }
        return [.. counts.Select(count => count / (double)labels.Shape.VoxelCount)];
    }

    /// <summary>The result of a generator that made one volume.</summary>
    public static OperationResult Of(string name, LabelVolume labels, Table table) =>
        new() { Layers = [new LabelsLayer(name, labels)], Tables = [table] };

    /// <summary>Labels 1 wherever a score is among the lowest, exactly as many as the fraction asks for.</summary>
    /// <returns>Whether there were as many candidates.</returns>
    public static bool Mark(LabelVolume labels, Volume<float> scores, double fraction, Work work)
    {
        var depth = labels.Shape.Depth;
        if (RankSelection.Lowest(depth, z => scores.Slice(z), (long)Math.Round(fraction * labels.Shape.VoxelCount), work) is not { } chosen)
            return false;
        work.For(depth, z => chosen.Mark(z, scores.Slice(z), labels.Slice(z), 1));
        return true;
    }
}
