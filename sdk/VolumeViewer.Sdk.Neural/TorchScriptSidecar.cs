using System.Text.Json;

namespace VolumeViewer.Sdk.Neural;

/// <summary>Takes the facts out of a sidecar, and collects what is wrong with them.</summary>
internal sealed class TorchScriptSidecar(string path, JsonElement root)
{
    private static readonly string[] Names =
        ["id", "title", "description", "dimensions", "inputs", "phases", "alignment", "halo", "normalisation"];

    private static readonly string[] PhaseNames = ["name", "value", "colour"];

    private readonly List<string> _faults = [];

    /// <exception cref="UserException">It has faults; tells all of them.</exception>
    public TorchScriptFile ToFile(string script)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new UserException($"The sidecar '{path}' holds no JSON object; it must begin with {{.");
        CheckNames(root, Names, "");
        var id = Text("id", null) ?? "";
        if (!id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
            _faults.Add($"\"id\" is '{id}'; write it in lower-case letters, digits and hyphens.");
        var dimensions = Whole("dimensions", 2, 2, 3);
        var inputs = Whole("inputs", 1, 1, 1024);
        var alignment = Whole("alignment", null, 1, 4096);
        var halo = Whole("halo", null, 0, 65536);
        var phases = Phases();
        var (kind, offset, scale) = Normalisation();
        var (title, description) = (Text("title", id)!, Text("description", "")!);
        if (_faults.Count > 0)
            throw new UserException($"The sidecar '{path}' cannot be used:{string.Concat(_faults.Select(fault => $"{Environment.NewLine}- {fault}"))}");
        return new TorchScriptFile(script)
        {
            Id = id,
            Title = title,
            Description = description,
            Inputs = inputs,
            Phases = phases!,
            Geometry = new NetworkGeometry(dimensions, alignment, halo),
            Normalisation = kind,
            NormalisationOffset = offset,
            NormalisationScale = scale,
        };
    }

    private void CheckNames(JsonElement element, string[] known, string of)
    {
        foreach (var property in element.EnumerateObject().Where(property => !known.Contains(property.Name)))
            _faults.Add($"There is no \"{property.Name}\"{of}; there are: {string.Join(", ", known)}.");
    }

    private string? Text(string name, string? fallback)
    {
        if (!root.TryGetProperty(name, out var value))
        {
            if (fallback is null)
                _faults.Add($"\"{name}\" is missing.");
            return fallback;
        }
        if (value.ValueKind == JsonValueKind.String && (fallback is not null || value.GetString()!.Length > 0))
            return value.GetString();
        _faults.Add($"\"{name}\" is {value.GetRawText()}; it must be a text.");
        return fallback;
    }

    private int Whole(string name, int? fallback, int low, int high)
    {
        if (!root.TryGetProperty(name, out var value))
        {
            if (fallback is null)
                _faults.Add($"\"{name}\" is missing; it must be a whole number from {low} to {high}.");
            return fallback ?? low;
        }
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= low && number <= high)
            return number;
        _faults.Add($"\"{name}\" is {value.GetRawText()}; it must be a whole number from {low} to {high}.");
        return low;
    }

    private PhaseTable? Phases()
    {
        if (!root.TryGetProperty("phases", out var value) || value.ValueKind != JsonValueKind.Array || value.GetArrayLength() < 2)
        {
            _faults.Add("""
                "phases" must be a list of two names or more, one for each channel of the logits, such as ["pore", "solid"].
                """);
            return null;
        }
        var before = _faults.Count;
        var phases = value.EnumerateArray().Select(Phase).ToList();
        if (_faults.Count > before)
            return null;
        try
        {
            return new PhaseTable(phases);
        }
        catch (ArgumentException fault)
        {
            _faults.Add($"\"phases\": {fault.Message}");
            return null;
        }
    }

    private Phase Phase(JsonElement element, int label)
    {
        var (name, value, colour) = ("", (long)label, PhaseTable.DefaultColor(label));
        if (element.ValueKind == JsonValueKind.String)
        {
            name = element.GetString()!;
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            CheckNames(element, PhaseNames, $" in phase {label}");
            if (element.TryGetProperty("name", out var text) && text.ValueKind == JsonValueKind.String)
                name = text.GetString()!;
            if (element.TryGetProperty("value", out var number) && !(number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out value)))
                _faults.Add($"\"value\" of phase {label} is {number.GetRawText()}; it must be a whole number.");
            if (element.TryGetProperty("colour", out var hex))
                colour = Colour(hex, label);
        }
        if (name.Length == 0)
            _faults.Add($"Phase {label} is {element.GetRawText()}; it must be a name, or an object with a \"name\".");
        return new Phase(name, colour, value);
    }

    private Rgba Colour(JsonElement hex, int label)
    {
        try
        {
            return Rgba.Parse(hex.ValueKind == JsonValueKind.String ? hex.GetString()! : hex.GetRawText());
        }
        catch (FormatException fault)
        {
            _faults.Add($"\"colour\" of phase {label}: {fault.Message}");
            return default;
        }
    }

    private (NormalisationKind Kind, double Offset, double Scale) Normalisation()
    {
        if (!root.TryGetProperty("normalisation", out var value))
            return (NormalisationKind.SliceZScore, 0, 1);
        if (value.ValueKind == JsonValueKind.Object)
            CheckNames(value, ["kind", "offset", "scale"], " in \"normalisation\"");
        var text = value.ValueKind == JsonValueKind.Object && value.TryGetProperty("kind", out var inner) ? inner : value;
        var kinds = Enum.GetValues<NormalisationKind>();
        var kind = Array.FindIndex(kinds, each => text.ValueKind == JsonValueKind.String && text.ValueEquals(ParameterSchema.KebabCase(each.ToString())));
        if (kind < 0)
        {
            _faults.Add($"\"normalisation\" is {text.GetRawText()}; there are: "
                + $"{string.Join(", ", kinds.Select(each => ParameterSchema.KebabCase(each.ToString())))}.");
            return default;
        }
        var byData = kinds[kind] is NormalisationKind.DatasetZScore or NormalisationKind.DatasetPercentile;
        return (kinds[kind], Number("offset", 0), Number("scale", 1));

        double Number(string name, double fallback)
        {
            if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var number))
            {
                if (number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out var read) && double.IsFinite(read))
                    return read;
                _faults.Add($"\"{name}\" of \"normalisation\" is {number.GetRawText()}; it must be a number.");
            }
            else if (byData)
            {
                _faults.Add($"\"normalisation\" of kind {text.GetRawText()} needs \"{name}\", since grey values become (value − offset) · scale.");
            }
            return fallback;
        }
    }
}
