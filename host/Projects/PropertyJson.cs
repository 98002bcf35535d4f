using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VolumeViewer.Host.Projects;

/// <summary>All properties of an object that can be set, as JSON and back, found by their being there.</summary>
internal static class PropertyJson
{
    /// <summary>The properties that are kept, by name.</summary>
    public static IReadOnlyList<PropertyInfo> Kept(Type type) =>
        [.. Settable(type).Where(property => ValueJson.CanKeep(property.PropertyType)).OrderBy(property => property.Name, StringComparer.Ordinal)];

    /// <summary>Those that could be set but whose values have no form in a file.</summary>
    public static IReadOnlyList<PropertyInfo> Lost(Type type) => [.. Settable(type).Where(property => !ValueJson.CanKeep(property.PropertyType))];

    /// <summary>Parts of an object that are changed in place, such as a camera.</summary>
    public static IReadOnlyList<PropertyInfo> Parts(Type type) => [.. Public(type).Where(property => property.GetSetMethod() is null && IsPart(property.PropertyType))];

    /// <summary>The name of a property in a file.</summary>
    public static string NameOf(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    /// <summary>The values of all properties that are kept, those of parts too.</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="without">Names of properties that are left out.</param>
    public static JsonObject Write(object owner, IReadOnlyCollection<string>? without = null)
    {
        var node = new JsonObject();
        foreach (var property in Kept(owner.GetType()).Where(property => without?.Contains(property.Name) != true))
            node[NameOf(property.Name)] = ValueJson.Write(property.GetValue(owner), property.PropertyType);
        foreach (var property in Parts(owner.GetType()))
        {
            if (property.GetValue(owner) is { } part)
                node[NameOf(property.Name)] = Write(part);
        }
        return node;
    }

    /// <summary>Sets the properties that a file has values for.</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="node">The values by name.</param>
    /// <param name="values">Reads them.</param>
    /// <param name="tell">Is told of values that do not fit.</param>
    /// <returns>What could not be used, to be written again: entries of a later version, or of a plugin that is not there.</returns>
    public static JsonObject Read(object owner, JsonObject node, ValueJson values, Action<string> tell)
    {
        var (left, type) = (new JsonObject(), owner.GetType());
        var (kept, parts) = (Kept(type).ToDictionary(property => NameOf(property.Name)), Parts(type).ToDictionary(property => NameOf(property.Name)));
        foreach (var (name, value) in node)
        {
            if (parts.TryGetValue(name, out var part) && value is JsonObject inner && part.GetValue(owner) is { } owned)
            {
                if (Read(owned, inner, values, tell) is { Count: > 0 } rest)
                    left[name] = rest;
            }
            else if (!kept.TryGetValue(name, out var property))
            {
                left[name] = value?.DeepClone();
            }
            else
            {
                try
                {
                    property.SetValue(owner, values.Read(value, property.PropertyType));
                }
                catch (Exception problem) when (problem is FormatException or TargetInvocationException)
                {
                    tell($"'{name}': {(problem as TargetInvocationException)?.InnerException?.Message ?? problem.Message}");
                    left[name] = value?.DeepClone();
                }
            }
        }
        return left;
    }

    private static IEnumerable<PropertyInfo> Settable(Type type) => Public(type).Where(property => property.GetSetMethod() is { } setter
        && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)));

    private static IEnumerable<PropertyInfo> Public(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetGetMethod() is not null && property.GetIndexParameters().Length == 0);

    private static bool IsPart(Type type) => type.IsClass && type != typeof(string) && !typeof(IDisposable).IsAssignableFrom(type)
        && !typeof(Delegate).IsAssignableFrom(type) && type.Namespace?.StartsWith("VolumeViewer", StringComparison.Ordinal) == true && Settable(type).Any();
}
