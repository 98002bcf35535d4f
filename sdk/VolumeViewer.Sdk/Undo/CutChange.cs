using System.Collections.Immutable;

namespace VolumeViewer.Sdk;

/// <summary>The viewer's clipping planes or its crop box became others.</summary>
internal sealed class CutChange(Viewer viewer, CutChange.State before, CutChange.State after) : IUndoableChange
{
    private readonly State _before = before;
    private readonly State _after = after;

    public string Title { get; } = TitleOf(before, after);

    public Layer? Subject => null;

    public IEnumerable<Layer> Layers => [];

    public long HeldBytes => 0;

    public bool IsNothing => _before.Same(_after);

    private bool IsOfBox => _before.Box != _after.Box;

    public void Undo() => _before.Put(viewer);

    public void Redo() => _after.Put(viewer);

    public bool Continues(IUndoableChange earlier) => earlier is CutChange other && other.IsOfBox == IsOfBox && other._after.Planes.Length == _after.Planes.Length
        && other._before.Planes.Length == _before.Planes.Length && other._before.Box is null == _before.Box is null;

    public IUndoableChange MergedWith(IUndoableChange earlier) => new CutChange(viewer, ((CutChange)earlier)._before, _after);

    private static string TitleOf(State before, State after)
    {
        if (before.Box != after.Box)
            return before.Box is null ? "Crop" : after.Box is null ? "Take the crop box away" : "Change the crop box";
        if (before.Planes.Length != after.Planes.Length)
        {
            var added = after.Planes.Length - before.Planes.Length;
            return added == 1 ? "Add a clipping plane" : added == -1 ? "Remove a clipping plane" : added > 0 ? $"Add {added} clipping planes" : $"Remove {-added} clipping planes";
        }
        var changed = Enumerable.Range(0, after.Planes.Length).Where(index => before.Planes[index] != after.Planes[index]).ToList();
        if (changed.Count != 1)
            return "Change clipping planes";
        var (old, now) = (before.Planes[changed[0]], after.Planes[changed[0]]);
        if (old.IsOn != now.IsOn)
            return now.IsOn ? "Switch a clipping plane on" : "Switch a clipping plane off";
        return now.Normal == -old.Normal ? "Flip a clipping plane" : now.Normal == old.Normal ? "Move a clipping plane" : "Turn a clipping plane";
    }

    /// <summary>What cuts all layers.</summary>
    internal readonly record struct State(ImmutableArray<ClippingPlane> Planes, CropBox? Box)
    {
        public static State Of(Viewer viewer) => new(viewer.ClippingPlanes, viewer.CropBox);

        public bool Same(State other) => Box == other.Box && Planes.AsSpan().SequenceEqual(other.Planes.AsSpan());

        public void Put(Viewer viewer) => (viewer.ClippingPlanes, viewer.CropBox) = (Planes, Box);
    }
}
