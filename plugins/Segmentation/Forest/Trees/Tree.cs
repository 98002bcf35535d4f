namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>
/// A decision tree. A node is one word: the code up to which a voxel goes left (bits 0–7), the feature (8–15), the left child (16–31); the right child
/// follows the left one. A leaf is its own left child with a code that nothing exceeds, so a voxel that has arrived stays there.
/// </summary>
internal sealed class Tree
{
    /// <summary>Nodes are numbered by 16 bits.</summary>
    public const int MaxNodes = 65536;

    /// <param name="nodes">The root first; children come after their parents.</param>
    /// <param name="leafOf">By node; of leaves only.</param>
    /// <param name="shares">By leaf, by phase: the phases' shares.</param>
    public Tree(uint[] nodes, ushort[] leafOf, float[] shares) => (Nodes, LeafOf, Shares) = (nodes, leafOf, shares);

    public uint[] Nodes { get; }

    public ushort[] LeafOf { get; }

    public float[] Shares { get; }

    public static uint Inner(int feature, int code, int left) => ((uint)left << 16) | ((uint)feature << 8) | (uint)code;

    public static uint Leaf(int node) => ((uint)node << 16) | 255;

    /// <summary>The leaf of one training voxel.</summary>
    public int Find(byte[][] codes, int voxel)
    {
        for (var node = 0u; ;)
        {
            var word = Nodes[node];
            var next = (word >> 16) + (codes[(word >> 8) & 255][voxel] > (word & 255) ? 1u : 0u);
            if (next == node)
                return LeafOf[node];
            node = next;
        }
    }
}
