using System.Collections.ObjectModel;

namespace VolumeViewer.Sdk;

/// <summary>The viewer's layers; the first is drawn first, the last lies on top. Removing a layer does not dispose it.</summary>
public sealed class LayerList : ObservableCollection<Layer>
{
    /// <summary>Raised after a layer of the list changed.</summary>
    public event EventHandler<LayerChange>? LayerChanged;

    /// <summary>The first layer of this name.</summary>
    /// <exception cref="UserException">There is none; the message lists the layers.</exception>
    public Layer Find(string name) => this.FirstOrDefault(layer => layer.Name == name)
        ?? throw new UserException($"There is no layer '{name}'; there are: {string.Join(", ", this.Select(layer => layer.Name))}.");

    /// <summary>The name itself, or with " (2)", " (3)" … behind it where a layer has that name already.</summary>
    public string UniqueName(string name)
    {
        var unique = name;
        for (var number = 2; this.Any(layer => layer.Name == unique); number++)
            unique = $"{name} ({number})";
        return unique;
    }

    /// <summary>Moves a layer to another place in the drawing order.</summary>
    public void Reorder(Layer layer, int index) => Move(IndexOf(layer), Math.Clamp(index, 0, Count - 1));

    /// <inheritdoc/>
    protected override void InsertItem(int index, Layer item)
    {
        ArgumentNullException.ThrowIfNull(item);
        item.Changed += OnLayerChanged;
        base.InsertItem(index, item);
    }

    /// <inheritdoc/>
    protected override void SetItem(int index, Layer item)
    {
        ArgumentNullException.ThrowIfNull(item);
        this[index].Changed -= OnLayerChanged;
        item.Changed += OnLayerChanged;
        base.SetItem(index, item);
    }

    /// <inheritdoc/>
    protected override void RemoveItem(int index)
    {
        this[index].Changed -= OnLayerChanged;
        base.RemoveItem(index);
    }

    /// <inheritdoc/>
    protected override void ClearItems()
    {
        foreach (var layer in this)
            layer.Changed -= OnLayerChanged;
        base.ClearItems();
    }

    private void OnLayerChanged(object? sender, LayerChange change) => LayerChanged?.Invoke(sender, change);
}
