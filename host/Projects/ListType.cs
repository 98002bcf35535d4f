using System.Collections.Immutable;

namespace VolumeViewer.Host.Projects;

/// <summary>A type of lists: what it holds, and how one is made.</summary>
/// <param name="Element">The type of what it holds.</param>
/// <param name="Make">Makes a list of these.</param>
internal sealed record ListType(Type Element, Func<IReadOnlyList<object?>, object> Make)
{
    /// <summary>The type as one of lists, or null where it is none that is known.</summary>
    public static ListType? Of(Type type)
    {
        if (type.IsArray && type.GetArrayRank() == 1)
            return new ListType(type.GetElementType()!, items => ToArray(items, type.GetElementType()!));
        if (!type.IsGenericType)
            return null;
        var (definition, arguments) = (type.GetGenericTypeDefinition(), type.GetGenericArguments());
        if (definition == typeof(ImmutableArray<>))
            return new ListType(arguments[0], items => Call(typeof(ImmutableArray), nameof(ImmutableArray.Create), items, arguments[0]));
        if (definition == typeof(ImmutableList<>))
            return new ListType(arguments[0], items => Call(typeof(ImmutableList), nameof(ImmutableList.Create), items, arguments[0]));
        if (definition == typeof(ImmutableHashSet<>))
            return new ListType(arguments[0], items => Call(typeof(ImmutableHashSet), nameof(ImmutableHashSet.Create), items, arguments[0]));
        if (definition == typeof(List<>))
            return new ListType(arguments[0], items => Activator.CreateInstance(type, ToArray(items, arguments[0]))!);
        return definition == typeof(IReadOnlyList<>) || definition == typeof(IEnumerable<>) || definition == typeof(IReadOnlyCollection<>)
            ? new ListType(arguments[0], items => ToArray(items, arguments[0]))
            : null;
    }

    private static Array ToArray(IReadOnlyList<object?> items, Type element)
    {
        var array = Array.CreateInstance(element, items.Count);
        for (var i = 0; i < items.Count; i++)
            array.SetValue(items[i], i);
        return array;
    }

    private static object Call(Type factory, string method, IReadOnlyList<object?> items, Type element) => factory.GetMethods()
        .First(each => each.Name == method && each.IsGenericMethod && each.GetParameters() is [{ ParameterType.IsArray: true }])
        .MakeGenericMethod(element).Invoke(null, [ToArray(items, element)])!;
}
