using System.Collections.Immutable;
using System.Numerics;

namespace VolumeViewer.Host.Meshes;

/// <summary>Vertices of a file that writes a corner anew for each triangle that has it: equal places are one vertex.</summary>
internal sealed class SharedCorners
{
    private readonly ImmutableArray<Vector3>.Builder _vertices = ImmutableArray.CreateBuilder<Vector3>();
    private readonly Dictionary<Vector3, int> _known = [];

    /// <summary>The index of the vertex at a place, which is made where there is none yet.</summary>
    public int IndexOf(Vector3 place)
    {
        if (!_known.TryGetValue(place, out var index))
        {
            _known[place] = index = _vertices.Count;
            _vertices.Add(place);
        }
        return index;
    }

    /// <summary>The vertices; afterwards there are none here.</summary>
    public ImmutableArray<Vector3> ToImmutable() => _vertices.DrainToImmutable();
}
