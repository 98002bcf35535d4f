namespace VolumeViewer.Plugins.Metrics.Connectivity;

/// <summary>Which voxels count as neighbours.</summary>
internal enum Adjacency
{
    /// <summary>6 neighbours: voxels that share a face.</summary>
    Faces,

    /// <summary>18 neighbours: voxels that share a face or an edge.</summary>
    Edges,

    /// <summary>26 neighbours: voxels that share a face, an edge or a corner.</summary>
    Corners,
}
