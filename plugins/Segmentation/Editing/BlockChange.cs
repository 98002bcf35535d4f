namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>What changed in a block: whether its first and last layers did, which its neighbours see, and how many voxels were reached for the first time.</summary>
internal sealed class BlockChange
{
    public (bool Z, bool Y, bool X) First { get; private set; }

    public (bool Z, bool Y, bool X) Last { get; private set; }

    public int Reached { get; private set; }

    public void Add(int z, int y, int x, bool isFirstTime)
    {
        First = (First.Z | z == 0, First.Y | y == 0, First.X | x == 0);
        Last = (Last.Z | z == GrowCutBlock.Side - 1, Last.Y | y == GrowCutBlock.Side - 1, Last.X | x == GrowCutBlock.Side - 1);
        Reached += isFirstTime ? 1 : 0;
    }
}
