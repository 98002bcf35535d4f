namespace VolumeViewer.Sdk;

/// <summary>Changes of layers in words for the user.</summary>
internal static class LayerChangeTitle
{
    public static string Of(Layer layer, string property, object? before, object? after) => (property, after) switch
    {
        (nameof(Layer.Name), _) => $"Rename '{before}' to '{after}'",
        (nameof(Layer.Visible), bool shown) => $"{(shown ? "Show" : "Hide")} '{layer.Name}'",
        (nameof(Layer.Spacing), Spacing spacing) => $"Voxel size of '{layer.Name}' {(spacing.IsCalibrated ? $"to {spacing}" : "unknown")}",
        (_, PhaseTable phases) when before is PhaseTable old && old.Count == phases.Count => OfPhases(layer, old, phases),
        (_, bool isOn) => $"{Words(property)} of '{layer.Name}' {(isOn ? "on" : "off")}",
        _ => Value(after) is { Length: > 0 } value ? $"{Words(property)} of '{layer.Name}' to {value}" : $"{Words(property)} of '{layer.Name}'",
    };

    /// <summary>"ContrastLimits" as "Contrast limits".</summary>
    public static string Words(string name)
    {
        var words = ParameterSchema.KebabCase(name).Replace('-', ' ');
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string OfPhases(Layer layer, PhaseTable before, PhaseTable after)
    {
        var changed = Enumerable.Range(0, after.Count).Where(label => before[label] != after[label]).ToList();
        if (changed.Count > 0 && changed.TrueForAll(label => before[label] with { Visible = after[label].Visible } == after[label])
            && changed.Select(label => after[label].Visible).Distinct().Count() == 1)
        {
            var verb = after[changed[0]].Visible ? "Show" : "Hide";
            return changed.Count == 1 ? $"{verb} the phase '{after[changed[0]].Name}' of '{layer.Name}'" : $"{verb} {changed.Count} phases of '{layer.Name}'";
        }
        if (changed.Count != 1)
            return $"Phases of '{layer.Name}'";
        var (old, now) = (before[changed[0]], after[changed[0]]);
        if (old with { Name = now.Name } == now)
            return $"Rename the phase '{old.Name}' of '{layer.Name}' to '{now.Name}'";
        if (old with { State = now.State } == now)
            return $"Mark the phase '{now.Name}' of '{layer.Name}' as {Words(now.State.ToString()).ToLowerInvariant()}";
        return old with { Color = now.Color } == now ? $"Colour of the phase '{now.Name}' of '{layer.Name}'" : $"Phase '{now.Name}' of '{layer.Name}'";
    }

    private static string Value(object? value) => value switch
    {
        float number => $"{number:G4}",
        double number => $"{number:G4}",
        int or long or byte => $"{value}",
        string text => $"'{text}'",
        Enum choice => Words(choice.ToString()).ToLowerInvariant(),
        Colormap colormap => colormap.Title,
        ContrastLimits limits => $"{limits.Low:G4} … {limits.High:G4}",
        _ => "",
    };
}
