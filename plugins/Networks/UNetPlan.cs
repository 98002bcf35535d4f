using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Networks;

/// <summary>What the U-Nets differ in.</summary>
internal sealed record UNetPlan
{
    /// <summary>Levels below full resolution.</summary>
    internal required int Poolings { get; init; }

    /// <summary>Makes a stage of so many inputs and the given widths.</summary>
    internal required Func<int, int[], nn.Module<Tensor, Tensor>> Stage { get; init; }

    /// <summary>Widths of the convolutions on the way down, by level; the deepest is the bottom.</summary>
    internal required Func<int, int[]> Down { get; init; }

    /// <summary>Widths of the convolutions on the way up, by level.</summary>
    internal required Func<int, int[]> Up { get; init; }

    /// <summary>Whether the transposed convolutions halve the channels, or keep as many as come from below.</summary>
    internal required bool UpHalves { get; init; }

    /// <summary>Whether the transposed convolutions add a constant.</summary>
    internal required bool UpBias { get; init; }
}
