using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Text.Json.Nodes;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

using ParameterInfo = System.Reflection.ParameterInfo;

namespace VolumeViewer.Host.Projects;

/// <summary>
/// Values of properties as JSON and back. A few types have a form of their own; lists are lists; whatever else is kept by its constructor, each
/// parameter of which must be a property too. So a property that is added one day is kept without a line here.
/// </summary>
internal sealed class ValueJson(ValueScope scope)
{
    // Deep enough for what layers hold, and an end for types that contain themselves.
    private const int MostDepth = 8;

    // As many as a colour table of a graphics card has.
    private const int ColormapSteps = 256;

    private static readonly ImmutableArray<Type> Numbers =
        [typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(float), typeof(double), typeof(decimal)];

    private static readonly ImmutableArray<Type> Own =
        [typeof(bool), typeof(string), typeof(Guid), typeof(Rgba), typeof(PhaseTable), typeof(Colormap), typeof(Vector2), typeof(Vector3), typeof(Vector4), typeof(Quaternion), typeof(Matrix4x4)];

    /// <summary>Whether values of a type can be kept.</summary>
    public static bool CanKeep(Type type, int depth = 0)
    {
        if (depth > MostDepth)
            return false;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum || Numbers.Contains(type) || Own.Contains(type) || typeof(Layer).IsAssignableFrom(type))
            return true;
        if (ListType.Of(type) is { } list)
            return CanKeep(list.Element, depth + 1);
        return Recipe(type) is { } constructor && constructor.GetParameters().All(parameter => CanKeep(parameter.ParameterType, depth + 1))
            && Extras(type, constructor).All(property => CanKeep(property.PropertyType, depth + 1));
    }

    /// <summary>A value as JSON.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">The type of the property that holds it.</param>
    /// <exception cref="NotSupportedException">Values of the type cannot be kept.</exception>
    public static JsonNode? Write(object? value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        switch (value)
        {
            case null: return null;
            case bool isOn: return JsonValue.Create(isOn);
            case string text: return JsonValue.Create(text);
            case Enum choice: return JsonValue.Create(ParameterSchema.KebabCase(choice.ToString()));
            case float number: return float.IsFinite(number) ? JsonValue.Create(number) : JsonValue.Create(number.ToString(CultureInfo.InvariantCulture));
            case double number: return double.IsFinite(number) ? JsonValue.Create(number) : JsonValue.Create(number.ToString(CultureInfo.InvariantCulture));
            case Guid id: return JsonValue.Create(id.ToString("N"));
            case Rgba color: return JsonValue.Create(color.ToString());
            case Layer layer: return JsonValue.Create(LayerIds.Of(layer));
            case Colormap colormap: return Write(colormap);
            case PhaseTable phases: return Write(phases.ToArray(), typeof(Phase[]));
            case Vector2 v: return Floats(v.X, v.Y);
            case Vector3 v: return Floats(v.X, v.Y, v.Z);
            case Vector4 v: return Floats(v.X, v.Y, v.Z, v.W);
            case Quaternion q: return Floats(q.X, q.Y, q.Z, q.W);
            case Matrix4x4 m: return Floats(m.M11, m.M12, m.M13, m.M14, m.M21, m.M22, m.M23, m.M24, m.M31, m.M32, m.M33, m.M34, m.M41, m.M42, m.M43, m.M44);
        }
        if (Numbers.Contains(type))
            return JsonNode.Parse(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
        if (ListType.Of(type) is { } list)
            return new JsonArray([.. ((IEnumerable)value).Cast<object?>().Select(each => Write(each, list.Element))]);
        var constructor = Recipe(type) ?? throw new NotSupportedException($"Values of the type {type.Name} cannot be kept in a project.");
        var node = new JsonObject();
        foreach (var parameter in constructor.GetParameters())
            node[PropertyJson.NameOf(PropertyOf(type, parameter)!.Name)] = Write(PropertyOf(type, parameter)!.GetValue(value), parameter.ParameterType);
        foreach (var property in Extras(type, constructor))
            node[PropertyJson.NameOf(property.Name)] = Write(property.GetValue(value), property.PropertyType);
        return node;
    }

    /// <summary>The value that JSON stands for.</summary>
    /// <exception cref="FormatException">It stands for none of that type; says why.</exception>
    public object? Read(JsonNode? node, Type type)
    {
        var inner = Nullable.GetUnderlyingType(type);
        if (node is null)
            return !type.IsValueType || inner is not null ? null : throw new FormatException($"null is no {type.Name}.");
        type = inner ?? type;
        try
        {
            return ReadValue(node, type);
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException or OverflowException or UserException)
        {
            throw new FormatException($"{Shortened(node)} is no {type.Name}: {problem.Message}", problem);
        }
        catch (TargetInvocationException problem)
        {
            throw new FormatException($"{Shortened(node)} is no {type.Name}: {problem.InnerException?.Message}", problem);
        }
    }

    /// <summary>A value of a type, made of values for the properties that its constructor wants; null where that is not how such values are made, or it refuses them.</summary>
    public static object? Made(Type type, Func<PropertyInfo, object?> valueOf)
    {
        try
        {
            if (Recipe(type) is not { } constructor)
                return null;
            var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => valueOf(PropertyOf(type, parameter)!))]);
            foreach (var property in Extras(type, constructor))
                property.SetValue(made, valueOf(property));
            return made;
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }

    private static string Shortened(JsonNode node) => node.ToJsonString() is { Length: > 60 } text ? text[..60] + "…" : node.ToJsonString();

    private object? ReadValue(JsonNode node, Type type)
    {
        if (type == typeof(bool))
            return node.GetValue<bool>();
        if (type == typeof(string))
            return node.GetValue<string>();
        if (type.IsEnum)
            return ReadChoice(node.GetValue<string>(), type);
        if (Numbers.Contains(type))
            return Convert.ChangeType(node.GetValueKind() == System.Text.Json.JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString(), type, CultureInfo.InvariantCulture);
        if (type == typeof(Guid))
            return Guid.Parse(node.GetValue<string>());
        if (type == typeof(Rgba))
            return Rgba.Parse(node.GetValue<string>());
        if (typeof(Layer).IsAssignableFrom(type))
            return scope.Layer(node.GetValue<string>()) is { } layer && type.IsInstanceOfType(layer) ? layer : null;
        if (type == typeof(Colormap))
            return ReadColormap(node);
        if (type == typeof(PhaseTable))
            return new PhaseTable((Phase[])Read(node, typeof(Phase[]))!);
        if (Own.Contains(type))
            return ReadFloats(node, type);
        if (ListType.Of(type) is { } list)
        {
            // Layers that are not there are left out of lists of them.
            var items = node.AsArray().Select(each => Read(each, list.Element));
            return list.Make([.. typeof(Layer).IsAssignableFrom(list.Element) ? items.Where(item => item is not null) : items]);
        }
        var constructor = Recipe(type) ?? throw new FormatException($"Values of the type {type.Name} cannot be kept in a project.");
        var entries = node.AsObject();
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => entries.TryGetPropertyValue(PropertyJson.NameOf(PropertyOf(type, parameter)!.Name), out var entry)
            ? Read(entry, parameter.ParameterType)
            : parameter.HasDefaultValue ? parameter.DefaultValue : throw new FormatException($"'{parameter.Name}' is missing."))]);
        foreach (var property in Extras(type, constructor))
        {
            if (entries.TryGetPropertyValue(PropertyJson.NameOf(property.Name), out var entry))
                property.SetValue(made, Read(entry, property.PropertyType));
        }
        return made;
    }

    private static object ReadChoice(string word, Type type) =>
        Enum.GetValues(type).Cast<object>().FirstOrDefault(value => string.Equals(ParameterSchema.KebabCase(value.ToString()!), word, StringComparison.OrdinalIgnoreCase))
            ?? throw new FormatException($"'{word}' is none of {string.Join(", ", Enum.GetNames(type).Select(ParameterSchema.KebabCase))}.");

    // With its colours, so that it stays when the plugin that brought it is gone.
    private static JsonObject Write(Colormap colormap)
    {
        var node = new JsonObject { ["id"] = colormap.Id, ["title"] = colormap.Title };
        if (ColorPoints.IsOwn(colormap))
            node["points"] = Write(colormap.Points, typeof(ImmutableArray<ColorPoint>));
        else if (!Colormap.BuiltIn.Contains(colormap))
            node["colors"] = new JsonArray([.. Enumerable.Range(0, ColormapSteps).Select(step => JsonValue.Create(colormap.At(step / (ColormapSteps - 1f)).ToString()))]);
        return node;
    }

    private Colormap ReadColormap(JsonNode node)
    {
        var id = (string?)node["id"] ?? throw new FormatException("it has no id.");
        if (scope.Colormap(id) is { } known)
            return known;
        if (node["points"] is JsonArray points)
            return new Colormap(id, (string?)node["title"] ?? id, (ImmutableArray<ColorPoint>)Read(points, typeof(ImmutableArray<ColorPoint>))!);
        if (node["colors"] is not JsonArray colors)
            throw new FormatException($"there is no colormap '{id}'.");
        return new Colormap(id, (string?)node["title"] ?? id, colors.Select(color => Rgba.Parse((string)color!)));
    }

    private static JsonArray Floats(params ReadOnlySpan<float> values)
    {
        var array = new JsonArray();
        foreach (var value in values)
            array.Add(JsonValue.Create(float.IsFinite(value) ? value : 0));
        return array;
    }

    private static object ReadFloats(JsonNode node, Type type)
    {
        var v = node.AsArray().Select(each => (float)each!).ToArray();
        var wanted = type == typeof(Vector2) ? 2 : type == typeof(Vector3) ? 3 : type == typeof(Matrix4x4) ? 16 : 4;
        if (v.Length != wanted)
            throw new FormatException($"{v.Length} numbers are no {type.Name}, which has {wanted}.");
        return type == typeof(Vector2) ? new Vector2(v) : type == typeof(Vector3) ? new Vector3(v) : type == typeof(Vector4) ? new Vector4(v)
            : type == typeof(Quaternion) ? new Quaternion(v[0], v[1], v[2], v[3])
            : new Matrix4x4(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10], v[11], v[12], v[13], v[14], v[15]);
    }

    // The constructor that a value can be made with again: every parameter is also a property.
    private static ConstructorInfo? Recipe(Type type)
    {
        if (type.IsAbstract || type.IsInterface || typeof(Delegate).IsAssignableFrom(type) || typeof(IDisposable).IsAssignableFrom(type) || typeof(IEnumerable).IsAssignableFrom(type))
            return null;
        return type.GetConstructors().Where(each => (each.GetParameters().Length > 0 || Extras(type, each).Any()) && each.GetParameters().All(parameter => PropertyOf(type, parameter)?.PropertyType == parameter.ParameterType))
            .MaxBy(each => each.GetParameters().Length);
    }

    // What is set beside the constructor, with 'init' or 'set'.
    private static IEnumerable<PropertyInfo> Extras(Type type, ConstructorInfo constructor) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetSetMethod() is not null && property.GetGetMethod() is not null && property.GetIndexParameters().Length == 0
            && !constructor.GetParameters().Any(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase)));

    private static PropertyInfo? PropertyOf(Type type, ParameterInfo parameter) =>
        type.GetProperty(parameter.Name!, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
}
