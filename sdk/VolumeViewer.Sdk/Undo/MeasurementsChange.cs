using System.Collections.Immutable;

namespace VolumeViewer.Sdk;

/// <summary>Measurements came, went or changed.</summary>
internal sealed class MeasurementsChange(MeasurementList list, ImmutableArray<Measurement> before, ImmutableArray<Measurement> after)
    : ItemsChange<Measurement>(before, after, item => item.Id, items => list.Items = items)
{
    private readonly MeasurementList _list = list;

    public override string Title
    {
        get
        {
            var changed = After.Except(Before).ToList();
            var gone = Before.Where(item => After.All(other => other.Id != item.Id)).ToList();
            return (changed.Count, gone.Count) switch
            {
                (0, 1) => $"Remove '{gone[0].Name}'",
                (1, 0) when Before.All(item => item.Id != changed[0].Id) => $"Measure '{changed[0].Name}'",
                (1, 0) => $"Change '{changed[0].Name}'",
                _ => "Change the measurements",
            };
        }
    }

    protected override ItemsChange<Measurement> Of(ImmutableArray<Measurement> before, ImmutableArray<Measurement> after) => new MeasurementsChange(_list, before, after);
}
