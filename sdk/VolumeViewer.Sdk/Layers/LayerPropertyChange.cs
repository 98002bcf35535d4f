using System.Reflection;
using System.Runtime.ExceptionServices;

namespace VolumeViewer.Sdk;

/// <summary>A property of a layer got another value.</summary>
public sealed class LayerPropertyChange : LayerChange
{
    private readonly PropertyInfo? _property;

    internal LayerPropertyChange(Layer layer, string propertyName, object? oldValue, object? newValue)
        : base(layer, LayerChangeTitle.Of(layer, propertyName, oldValue, newValue))
    {
        (PropertyName, OldValue, NewValue) = (propertyName, oldValue, newValue);
        // By name, so that a property that a plugin's own layer adds can be taken back like the others.
        _property = layer.GetType().GetProperty(propertyName);
    }

    /// <summary>The name of the property.</summary>
    public string PropertyName { get; }

    /// <summary>What it was.</summary>
    public object? OldValue { get; }

    /// <summary>What it is now.</summary>
    public object? NewValue { get; }

    internal override bool CanUndo => _property?.GetSetMethod() is not null;

    internal override bool IsNothing => Equals(OldValue, NewValue);

    internal override void Undo() => Put(OldValue);

    internal override void Redo() => Put(NewValue);

    internal override bool Continues(LayerChange earlier) =>
        earlier is LayerPropertyChange other && ReferenceEquals(other.Layer, Layer) && other.PropertyName == PropertyName;

    internal override LayerChange MergedWith(LayerChange earlier) =>
        new LayerPropertyChange(Layer, PropertyName, ((LayerPropertyChange)earlier).OldValue, NewValue);

    private void Put(object? value)
    {
        try
        {
            _property!.SetValue(Layer, value);
        }
        catch (TargetInvocationException refused) when (refused.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(refused.InnerException);
        }
    }
}
