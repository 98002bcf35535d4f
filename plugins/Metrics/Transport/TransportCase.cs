using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>What conducts in one solution.</summary>
/// <param name="Name">As in tables.</param>
/// <param name="Conductivities">By label, for all 256.</param>
internal sealed record TransportCase(string Name, double[] Conductivities)
{
    /// <summary>What the parameters ask for.</summary>
    /// <exception cref="UserException">There is no such phase, or conductivities do not fit.</exception>
    public static IReadOnlyList<TransportCase> Of(PhaseTable phases, TortuosityParameters parameters)
    {
        if (parameters.Conductivities.Count > 0)
            return [OfConductivities(phases, parameters)];
        var chosen = PhaseChoice.List(phases, parameters.Phase);
        return parameters.Phase.Length == 0 ? [.. chosen.Select(phase => OfPhases(phases, [phase]))] : [OfPhases(phases, chosen)];
    }

    private static TransportCase OfPhases(PhaseTable phases, IReadOnlyList<int> chosen)
    {
        var conductivities = new double[byte.MaxValue + 1];
        foreach (var phase in chosen)
            conductivities[phase] = 1;
        return new TransportCase(string.Join(" + ", chosen.Select(phase => phases[phase].Name)), conductivities);
    }

    private static TransportCase OfConductivities(PhaseTable phases, TortuosityParameters parameters)
    {
        var given = parameters.Conductivities;
        if (parameters.Phase.Length > 0)
            throw new UserException($"Give either a phase ('{parameters.Phase}') or the conductivities of all phases, not both; a conductivity of 0 leaves a phase out.");
        if (given.Count != phases.Count)
        {
            throw new UserException($"There are {given.Count} conductivities for {phases.Count} phases: {string.Join(", ", phases.Select(phase => phase.Name))}. "
                + "Give one for each, in this order.");
        }
        if (given.FirstOrDefault(value => value < 0 || !double.IsFinite(value)) is var bad && bad != 0)
            throw new UserException($"A conductivity must be 0 or greater, not {bad}.");
        if (given.All(value => value == 0))
            throw new UserException("All conductivities are 0, so nothing can flow. Give at least one that is greater.");
        var conductivities = new double[byte.MaxValue + 1];
        for (var phase = 0; phase < given.Count; phase++)
            conductivities[phase] = given[phase];
        return new TransportCase("all", conductivities);
    }
}
