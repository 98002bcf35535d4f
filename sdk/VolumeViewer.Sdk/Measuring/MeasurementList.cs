using System.Collections;
using System.Collections.Immutable;

namespace VolumeViewer.Sdk;

/// <summary>The measurements of a viewer, in the order they were drawn. Used on the viewer's thread.</summary>
public sealed class MeasurementList : IReadOnlyList<Measurement>
{
    private ImmutableArray<Measurement> _items = [];

    /// <summary>Raised after a measurement came, went or changed.</summary>
    public event EventHandler? Changed;

    /// <summary>All of them; setting them replaces all at once.</summary>
    public ImmutableArray<Measurement> Items
    {
        get => _items;
        set
        {
            value = value.IsDefault ? [] : value;
            if (_items.AsSpan().SequenceEqual(value.AsSpan()))
                return;
            _items = value;
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public Measurement this[int index] => _items[index];

    /// <summary>The measurement of an id, or null.</summary>
    public Measurement? Find(Guid? id) => _items.FirstOrDefault(item => item.Id == id);

    /// <summary>Adds one at the end, with a name such as "Ruler 2" if it has none.</summary>
    /// <returns>As it stands in the list.</returns>
    public Measurement Add(Measurement measurement)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        if (measurement.Name.Length == 0)
            measurement = measurement with { Name = FreeName($"{measurement.Kind}") };
        Items = _items.Add(measurement);
        return measurement;
    }

    /// <summary>Puts a measurement in the place of the one with its id.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Replace(Measurement measurement)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        if (Find(measurement.Id) is not { } old)
            return false;
        Items = _items.Replace(old, measurement);
        return true;
    }

    /// <summary>Takes one off the list.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(Guid id)
    {
        if (Find(id) is not { } measurement)
            return false;
        Items = _items.Remove(measurement);
        return true;
    }

    /// <inheritdoc/>
    public IEnumerator<Measurement> GetEnumerator() => ((IEnumerable<Measurement>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private string FreeName(string kind)
    {
        var number = 1;
        while (_items.Any(item => item.Name == $"{kind} {number}"))
            number++;
        return $"{kind} {number}";
    }
}
