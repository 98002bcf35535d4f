using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Architecture.Tests;

/// <summary>The public types and members of an assembly as text, one a line, sorted: what a plugin can depend on.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>Loads an assembly with what lies beside it.</summary>
    public static Assembly Load(string file)
    {
        var context = new AssemblyLoadContext(file);
        context.Resolving += (self, name) =>
            Path.Combine(Path.GetDirectoryName(file)!, $"{name.Name}.dll") is var beside && File.Exists(beside) ? self.LoadFromAssemblyPath(beside) : null;
        return context.LoadFromAssemblyPath(file);
    }

    public static IReadOnlyList<string> Describe(Assembly assembly) =>
        [.. assembly.GetExportedTypes().SelectMany(type => Members(type).Prepend(Header(type))).Distinct().Order(StringComparer.Ordinal)];

    private static string Header(Type type)
    {
        var kind = type.IsEnum ? "enum" : typeof(Delegate).IsAssignableFrom(type) ? "delegate" : type.IsInterface ? "interface" : type.IsValueType ? "struct"
            : type.IsAbstract && type.IsSealed ? "static class" : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class";
        var inherited = new[] { type.BaseType }.Where(parent => parent is not null && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum))
            .Concat(type.IsEnum ? [] : type.GetInterfaces().Where(contract => contract.IsPublic).OrderBy(Name, StringComparer.Ordinal)).Select(parent => Name(parent!)).ToList();
        return $"{Name(type)} : {kind}{(inherited.Count > 0 ? " of " + string.Join(", ", inherited) : "")}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => $"{Name(type)}.{name} = {Convert.ToInt64(Enum.Parse(type, name))}");
        return type.GetMembers(Declared).Where(member => !member.IsDefined(typeof(CompilerGeneratedAttribute))).Select(member => member switch
        {
            // What a record makes of itself follows from its properties.
            MethodInfo { IsSpecialName: true } method when !method.Name.StartsWith("op_", StringComparison.Ordinal) => null,
            MethodInfo method when Visible(method) => $"{Name(type)}.{Modifiers(method)}{method.Name}{Generics(method)}({Parameters(method)}) -> {Text(Nullability.Create(method.ReturnParameter))}",
            ConstructorInfo constructor when Visible(constructor) && !constructor.IsStatic => $"{Name(type)}.{Modifiers(constructor)}new({Parameters(constructor)})",
            PropertyInfo property when Accessors(property) is { Count: > 0 } accessors && property.Name != "EqualityContract" =>
                $"{Name(type)}.{Modifiers(accessors[0])}{Indexer(property)} {{ {string.Join(" ", accessors.Select(Accessor))} }} -> {Text(Nullability.Create(property))}",
            FieldInfo field when field.IsPublic || field.IsFamily => $"{Name(type)}.{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{field.Name} -> {Name(field.FieldType)}{(field.IsLiteral ? $" = {field.GetRawConstantValue()}" : "")}",
            EventInfo happening when Visible(happening.AddMethod!) => $"{Name(type)}.event {happening.Name} -> {Name(happening.EventHandlerType!)}",
            _ => null,
        }).OfType<string>();
    }

    private static List<MethodInfo> Accessors(PropertyInfo property) => [.. property.GetAccessors(nonPublic: true).Where(Visible)];

    private static string Accessor(MethodInfo accessor) => accessor.ReturnType == typeof(void)
        ? accessor.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit") ? "init;" : "set;"
        : "get;";

    private static string Indexer(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } indices ? $"this[{string.Join(", ", indices.Select(Parameter))}]" : property.Name;

    private static bool Visible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Modifiers(MethodBase method) =>
        (method.IsPublic ? "" : "protected ") + (method.IsStatic ? "static " : method.DeclaringType!.IsInterface ? method.IsAbstract ? "" : "default "
            : method.IsAbstract ? "abstract " : method.IsVirtual && !method.IsFinal ? ((MethodInfo)method).GetBaseDefinition() == method ? "virtual " : "override " : "");

    private static string Generics(MethodInfo method) => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(MethodBase method) =>
        (method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "") + string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var prefix = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params " : parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "";
        return $"{prefix}{Text(Nullability.Create(parameter))} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Value(parameter.RawDefaultValue)}" : "")}";
    }

    private static string Value(object? value) => value switch { null => "default", string text => $"\"{text}\"", bool flag => flag ? "true" : "false", _ => value.ToString()! };

    private static string Text(NullabilityInfo info) =>
        Name(info.Type) + (!info.Type.IsValueType && (info.ReadState == NullabilityState.Nullable || info.WriteState == NullabilityState.Nullable) ? "?" : "");

    private static string Name(Type type)
    {
        if (type.IsByRef)
            return Name(type.GetElementType()!);
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]";
        if (type.IsGenericParameter)
            return type.Name;
        var name = type.IsNested ? $"{Name(type.DeclaringType!)}.{type.Name}" : $"{type.Namespace}.{type.Name}";
        return type.IsGenericType ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
