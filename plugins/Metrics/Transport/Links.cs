using System.Runtime.InteropServices;

namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>Rows of neighbours with their conductances, of a range of consecutive nodes.</summary>
internal sealed class Links
{
    private readonly List<int> _ends = [];
    private int[] _rowNeighbours = new int[32];
    private float[] _rowConductances = new float[32];
    private int _row;

    public List<int> Neighbours { get; } = [];

    public List<float> Conductances { get; } = [];

    /// <summary>Conductance of each node to the walls.</summary>
    public List<float> Walls { get; } = [];

    /// <summary>Begins a range.</summary>
    public void Clear()
    {
        Neighbours.Clear();
        Conductances.Clear();
        Walls.Clear();
        _ends.Clear();
    }

    /// <summary>Adds to the row that is being written.</summary>
    public void Add(int neighbour, float conductance)
    {
        var (neighbours, conductances) = (_rowNeighbours, _rowConductances);
        // What was added last is met again first.
        for (var i = _row - 1; i >= 0; i--)
        {
            if (neighbours[i] != neighbour)
                continue;
            conductances[i] += conductance;
            return;
        }
        if (_row == neighbours.Length)
        {
            Array.Resize(ref _rowNeighbours, 2 * _row);
            Array.Resize(ref _rowConductances, 2 * _row);
        }
        (_rowNeighbours[_row], _rowConductances[_row]) = (neighbour, conductance);
        _row++;
    }

    /// <summary>Ends the row.</summary>
    public void EndRow(float wall)
    {
        Neighbours.AddRange(_rowNeighbours.AsSpan(0, _row));
        Conductances.AddRange(_rowConductances.AsSpan(0, _row));
        _row = 0;
        Walls.Add(wall);
        _ends.Add(Neighbours.Count);
    }

    /// <summary>Where the rows of this range end.</summary>
    public ReadOnlySpan<int> Ends => CollectionsMarshal.AsSpan(_ends);
}
