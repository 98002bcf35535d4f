namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>Rows of neighbours with their conductances, of a range of consecutive nodes.</summary>
internal sealed class Links
{
    private readonly List<int> _rows = [0];

    public List<int> Neighbours { get; } = [];

    public List<float> Conductances { get; } = [];

    /// <summary>Conductance of each node to the walls.</summary>
    public List<float> Walls { get; } = [];

    public int Nodes => Walls.Count;

    /// <summary>Adds to the row that is being written.</summary>
    public void Add(int neighbour, float conductance)
    {
        for (var i = _rows[^1]; i < Neighbours.Count; i++)
        {
            if (Neighbours[i] == neighbour)
            {
                Conductances[i] += conductance;
                return;
            }
        }
        Neighbours.Add(neighbour);
        Conductances.Add(conductance);
    }

    /// <summary>Ends the row.</summary>
    public void EndRow(float wall)
    {
        Walls.Add(wall);
        _rows.Add(Neighbours.Count);
    }

    /// <summary>Where a row of this range ends.</summary>
    public int End(int row) => _rows[row + 1];
}
