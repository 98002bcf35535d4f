using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>What is cut out for a network: a square of one slice, with the same of its neighbours as further channels, or a block of slices.</summary>
/// <param name="Edge">Rows and columns.</param>
/// <param name="Neighbours">Slices on either side that are given with the one to be labelled.</param>
/// <param name="Depth">Slices that are labelled at a time; 1 but for networks on volumes.</param>
/// <param name="IsBlock">Whether the network works on volumes.</param>
internal readonly record struct PatchShape(int Edge, int Neighbours = 0, int Depth = 1, bool IsBlock = false)
{
    /// <summary>Channels of the network's input.</summary>
    internal int Inputs => (2 * Neighbours) + 1;

    /// <summary>Slices of grey values in a patch.</summary>
    internal int GreyPlanes => IsBlock ? Depth : Inputs;

    /// <summary>How many slices on either side of a labelled one a patch can reach.</summary>
    internal int Reach => IsBlock ? Depth : Neighbours;

    /// <summary>Voxels of one slice of a patch.</summary>
    internal int PlaneLength => Edge * Edge;

    /// <summary>The patch that a network is trained with.</summary>
    /// <exception cref="UserException">The sizes do not suit the network.</exception>
    internal static PatchShape For(string network, NetworkGeometry geometry, TrainParameters parameters) =>
        For(network, geometry, parameters.PatchSize, parameters.Neighbours, parameters.PatchDepth);

    /// <summary>The patch that a network is trained with.</summary>
    /// <param name="network">Its id, for messages.</param>
    /// <param name="geometry">Of the network.</param>
    /// <param name="edge">Rows and columns.</param>
    /// <param name="neighbours">Slices on either side, for networks on slices.</param>
    /// <param name="depth">Slices, for networks on volumes.</param>
    /// <exception cref="UserException">The sizes do not suit the network.</exception>
    internal static PatchShape For(string network, NetworkGeometry geometry, int edge, int neighbours, int depth)
    {
        Check("patch-size", edge);
        if (geometry.Dimensions == 2)
            return new PatchShape(edge, neighbours);
        if (neighbours > 0)
            throw new UserException($"--neighbours: {network} works on volumes, so it sees the slices around each anyway; leave it at 0.");
        Check("patch-depth", depth);
        return new PatchShape(edge, 0, depth, IsBlock: true);

        void Check(string parameter, int length)
        {
            var alignment = geometry.Alignment;
            if (length % alignment != 0)
                throw new UserException($"--{parameter}: {length} is not a multiple of {alignment}, which {network} needs; "
                    + $"take {(length + alignment - 1) / alignment * alignment}.");
        }
    }

    /// <summary>The shape of the grey values of a batch.</summary>
    internal long[] GreyShape(int batch) => IsBlock ? [batch, 1, Depth, Edge, Edge] : [batch, Inputs, Edge, Edge];

    /// <summary>The shape of the labels of a batch.</summary>
    internal long[] LabelShape(int batch) => IsBlock ? [batch, Depth, Edge, Edge] : [batch, Edge, Edge];
}
