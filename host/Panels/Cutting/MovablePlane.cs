using System.Numerics;

namespace VolumeViewer.Host.Panels;

/// <summary>A plane with handles in the 3-D view: one that cuts, or the one that a layer is shown on.</summary>
/// <param name="Id">Tells it from the others.</param>
/// <param name="Point">A point of it.</param>
/// <param name="Normal">Across it, length 1.</param>
/// <param name="IsSelected">Whether it has its handles out; of the others a click on the middle takes them out.</param>
/// <param name="Select">Takes them out.</param>
/// <param name="Set">Gives it another point and normal.</param>
internal sealed record MovablePlane(object Id, Vector3 Point, Vector3 Normal, bool IsSelected, Action Select, Action<Vector3, Vector3> Set);
