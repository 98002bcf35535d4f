namespace VolumeViewer.Sdk;

/// <summary>Declares a property of a parameter record: its form field, its command-line option, and the check of its values.</summary>
/// <param name="title">Shown beside the field.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(string title) : Attribute
{
    /// <summary>Shown beside the field.</summary>
    public string Title { get; } = title;

    /// <summary>A sentence for the user.</summary>
    public string Help { get; init; } = "";

    /// <summary>For example "µm"; empty where there is none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The least value of a number.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>The greatest value of a number.</summary>
    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>The type of contribution whose ids are the choices of a text, such as the networks.</summary>
    public Type? ChoicesFrom { get; init; }

    /// <summary>Where it stands: lower numbers come first, equal ones as they are declared. Negative puts it before, positive behind those that say nothing.</summary>
    public int Order { get; init; }

    /// <summary>The name of the labels input whose phases are the choices of a text; empty where it names no phase.</summary>
    public string PhasesOf { get; init; } = "";

    /// <summary>Further choices beside the phases, with commas between, such as "unlabelled".</summary>
    public string MoreThanPhases { get; init; } = "";

    /// <summary>Whether several phases can be named, with commas between.</summary>
    public bool ManyPhases { get; init; }

    /// <summary>Whether a text is the path of a file or folder.</summary>
    public bool IsPath { get; init; }
}
