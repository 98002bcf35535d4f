using System.Globalization;
using System.Reflection;

namespace VolumeViewer.Sdk;

/// <summary>One parameter, read from its property and <see cref="ParameterAttribute"/>.</summary>
public sealed class ParameterInfo
{
    private readonly PropertyInfo _property;
    private readonly ParameterAttribute _attribute;

    internal ParameterInfo(PropertyInfo property, ParameterAttribute attribute, object? defaultValue)
    {
        (_property, _attribute, Default) = (property, attribute, defaultValue);
        Type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        IsOptional = Nullable.GetUnderlyingType(property.PropertyType) is not null;
        if (Type != typeof(int) && Type != typeof(double) && Type != typeof(bool) && Type != typeof(string) && Type != typeof(IReadOnlyList<double>) && !Type.IsEnum)
        {
            throw new NotSupportedException($"The parameter {property.DeclaringType?.Name}.{property.Name} has the type {Type.Name}; "
                + "it can be int, double, bool, string, an enum, or IReadOnlyList<double>.");
        }
        Choices = Type.IsEnum ? [.. Enum.GetNames(Type).Select(ParameterSchema.KebabCase)] : [];
    }

    /// <summary>The property's name in kebab case: the option on the command line and the key in recipes.</summary>
    public string Name => ParameterSchema.KebabCase(_property.Name);

    /// <summary>Shown beside the field.</summary>
    public string Title => _attribute.Title;

    /// <summary>A sentence for the user.</summary>
    public string Help => _attribute.Help;

    /// <summary>For example "µm"; empty where there is none.</summary>
    public string Unit => _attribute.Unit;

    /// <summary>The least value of a number, or negative infinity.</summary>
    public double Min => _attribute.Min;

    /// <summary>The greatest value of a number, or infinity.</summary>
    public double Max => _attribute.Max;

    /// <summary>The type of contribution whose ids are the choices, or null.</summary>
    public Type? ChoicesFrom => _attribute.ChoicesFrom;

    /// <summary>The name of the labels input whose phases are the choices, or empty.</summary>
    public string PhasesOf => _attribute.PhasesOf;

    /// <summary>Choices beside the phases.</summary>
    public IReadOnlyList<string> MoreThanPhases => _attribute.MoreThanPhases.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Whether several phases can be named, with commas between.</summary>
    public bool ManyPhases => _attribute.ManyPhases;

    /// <summary>Whether a text is the path of a file or folder.</summary>
    public bool IsPath => _attribute.IsPath;

    /// <summary>int, double, bool, string, an enum, or a list of doubles.</summary>
    public Type Type { get; }

    /// <summary>Whether it may be null, meaning "not set".</summary>
    public bool IsOptional { get; }

    /// <summary>The names of an enum's values in kebab case, or empty.</summary>
    public IReadOnlyList<string> Choices { get; }

    /// <summary>The value of a new record.</summary>
    public object? Default { get; }

    /// <summary>The value in a record.</summary>
    public object? Get(object record) => _property.GetValue(record);

    /// <summary>A value as the text that <see cref="Parse"/> turns back into it.</summary>
    public static string Format(object? value) => value switch
    {
        null => "",
        double number => number.ToString("R"),
        bool flag => flag ? "true" : "false",
        Enum choice => ParameterSchema.KebabCase(choice.ToString()),
        IReadOnlyList<double> numbers => string.Join(",", numbers.Select(number => number.ToString("R"))),
        _ => value.ToString() ?? "",
    };

    /// <summary>Turns a text into a value of <see cref="Type"/> and checks its range.</summary>
    /// <exception cref="UserException">It is none, or out of range.</exception>
    public object? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0 && IsOptional)
            return null;
        object value;
        if (Type == typeof(string))
            value = text;
        else if (Type == typeof(bool))
            value = bool.TryParse(text, out var flag) ? flag : throw Fault(text, "is neither true nor false");
        else if (Type == typeof(int))
            value = int.TryParse(text, NumberStyles.Integer, null, out var whole) ? whole : throw Fault(text, "is not a whole number");
        else if (Type == typeof(double))
            value = ParseDouble(text);
        else if (Type.IsEnum)
        {
            var index = Choices.ToList().FindIndex(choice => string.Equals(choice, text, StringComparison.OrdinalIgnoreCase));
            value = index >= 0 ? Enum.Parse(Type, Enum.GetNames(Type)[index]) : throw Fault(text, $"is not one of {string.Join(", ", Choices)}");
        }
        else
            value = text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(ParseDouble).ToArray();
        if (RangeFault(value) is { } fault)
            throw Fault(text, fault);
        return value;
    }

    internal void Set(object record, object? value) => _property.SetValue(record, value);

    /// <summary>What is wrong with the range of a value, or null.</summary>
    internal string? RangeFault(object? value) => value switch
    {
        int number => Check(number),
        double number => Check(number),
        IReadOnlyList<double> numbers => numbers.Select(Check).FirstOrDefault(fault => fault is not null),
        Enum choice => Enum.IsDefined(Type, choice) ? null : $"is not one of {string.Join(", ", Choices)}",
        _ => null,
    };

    internal UserException Fault(string text, string fault) => new($"--{Name}: {(text.Length == 0 ? "an empty text" : text)} {fault}.");

    private string? Check(double number) => number >= Min && number <= Max ? null
        : double.IsInfinity(Max) ? $"is below the least value {Min}"
        : double.IsInfinity(Min) ? $"is above the greatest value {Max}"
        : $"is not between {Min} and {Max}";

    private double ParseDouble(string text) =>
        double.TryParse(text, NumberStyles.Float, null, out var number) && !double.IsNaN(number) ? number : throw Fault(text, "is not a number");
}
