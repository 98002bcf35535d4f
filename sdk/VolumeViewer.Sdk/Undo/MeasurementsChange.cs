using System.Collections.Immutable;

namespace VolumeViewer.Sdk;

/// <summary>Measurements came, went or changed. It keeps the list as it was and as it became.</summary>
internal sealed class MeasurementsChange(MeasurementList list, ImmutableArray<Measurement> before, ImmutableArray<Measurement> after) : IUndoableChange
{
    private readonly ImmutableArray<Measurement> _before = before;
    private readonly ImmutableArray<Measurement> _after = after;

    public string Title
    {
        get
        {
            var changed = _after.Except(_before).ToList();
            var gone = _before.Where(item => _after.All(other => other.Id != item.Id)).ToList();
            return (changed.Count, gone.Count) switch
            {
                (0, 1) => $"Remove '{gone[0].Name}'",
                (1, 0) when _before.All(item => item.Id != changed[0].Id) => $"Measure '{changed[0].Name}'",
                (1, 0) => $"Change '{changed[0].Name}'",
                _ => "Change the measurements",
            };
        }
    }

    public Layer? Subject => null;

    public IEnumerable<Layer> Layers => [];

    public long HeldBytes => 0;

    public bool IsNothing => _before.AsSpan().SequenceEqual(_after.AsSpan());

    public void Undo() => list.Items = _before;

    public void Redo() => list.Items = _after;

    // What is dragged changes again and again, but stays the same measurements.
    public bool Continues(IUndoableChange earlier) => earlier is MeasurementsChange other && IsSame(other._before, other._after) && IsSame(_before, _after);

    public IUndoableChange MergedWith(IUndoableChange earlier) => new MeasurementsChange(list, ((MeasurementsChange)earlier)._before, _after);

    private static bool IsSame(ImmutableArray<Measurement> one, ImmutableArray<Measurement> other) => one.Select(item => item.Id).SequenceEqual(other.Select(item => item.Id));
}
