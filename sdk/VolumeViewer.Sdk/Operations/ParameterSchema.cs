using System.Reflection;
using System.Text;

namespace VolumeViewer.Sdk;

/// <summary>The parameters of a record type, read from its properties once; forms, options, recipes and checks are made from it.</summary>
public sealed class ParameterSchema
{
    private readonly ConstructorInfo _constructor;

    private ParameterSchema(Type type, ConstructorInfo constructor)
    {
        (RecordType, _constructor) = (type, constructor);
        var defaults = constructor.Invoke(null);
        Items =
        [
            .. type.GetProperties()
                // Reflection lists those of a derived record first.
                .OrderBy(property => Depth(property.DeclaringType!))
                .Select(property => (property, attribute: property.GetCustomAttribute<ParameterAttribute>()))
                .Where(pair => pair.attribute is not null)
                .OrderBy(pair => pair.attribute!.Order)
                .Select(pair => new ParameterInfo(pair.property, pair.attribute!, pair.property.GetValue(defaults))),
        ];
    }

    /// <summary>The record type.</summary>
    public Type RecordType { get; }

    /// <summary>The parameters by <see cref="ParameterAttribute.Order"/>, else in the order of the properties; those of a base record come first.</summary>
    public IReadOnlyList<ParameterInfo> Items { get; }

    /// <summary>Reads the schema of a record type with a parameterless constructor.</summary>
    /// <exception cref="ArgumentException">The type has no such constructor.</exception>
    public static ParameterSchema For(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return new ParameterSchema(type, type.GetConstructor([])
            ?? throw new ArgumentException($"{type.Name} needs a constructor without parameters, so that every parameter has a default.", nameof(type)));
    }

    /// <summary>A record with every default.</summary>
    public object CreateDefault() => _constructor.Invoke(null);

    /// <summary>A record with the given values, the others at their defaults.</summary>
    /// <param name="values">Texts by parameter name.</param>
    /// <exception cref="ParameterException">A name is unknown, a text cannot be read, or a value is out of range; tells all of them.</exception>
    public object Bind(IEnumerable<KeyValuePair<string, string>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var record = CreateDefault();
        var faults = new List<string>();
        foreach (var (name, text) in values)
        {
            var item = Items.FirstOrDefault(candidate => candidate.Name == name);
            if (item is null)
            {
                faults.Add($"There is no parameter '{name}'; there are: {string.Join(", ", Items.Select(each => each.Name))}.");
                continue;
            }
            try
            {
                item.Set(record, item.Parse(text));
            }
            catch (UserException fault)
            {
                faults.Add(fault.Message);
            }
        }
        return faults.Count == 0 ? record : throw new ParameterException(faults);
    }

    /// <summary>As <see cref="Bind"/>, from one text like "kernels=16,kernel-size=3".</summary>
    /// <exception cref="ParameterException">As <see cref="Bind"/>, or the text has another form.</exception>
    public object BindText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pairs = text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(pair => pair.Split('=', 2, StringSplitOptions.TrimEntries)).ToList();
        if (pairs.FirstOrDefault(pair => pair.Length != 2) is { } bad)
            throw new ParameterException([$"'{bad[0]}' is not of the form name=value; there are: {string.Join(", ", Items.Select(each => each.Name))}."]);
        return Bind(pairs.Select(pair => KeyValuePair.Create(pair[0], pair[1])));
    }

    /// <summary>Texts by parameter name, from which <see cref="Bind"/> makes an equal record.</summary>
    public IReadOnlyDictionary<string, string> ToTexts(object record) => Items.ToDictionary(item => item.Name, item => ParameterInfo.Format(item.Get(record)));

    private static int Depth(Type type) => type.BaseType is null ? 0 : 1 + Depth(type.BaseType);

    /// <summary>"KernelSize" becomes "kernel-size".</summary>
    public static string KebabCase(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
                text.Append('-');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}
