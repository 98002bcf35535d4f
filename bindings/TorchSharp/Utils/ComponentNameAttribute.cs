namespace TorchSharp.Utils;

/// <summary>The name that a field's module, parameter or buffer goes by, when it is not the field's.</summary>
[AttributeUsage(AttributeTargets.Field)]
public class ComponentNameAttribute : Attribute
{
    public string? Name { get; set; }
}
