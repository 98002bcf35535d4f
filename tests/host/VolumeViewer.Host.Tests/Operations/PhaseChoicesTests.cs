using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Operations;

/// <summary>Phases that operations of the plugins ask for by name can be chosen in their forms.</summary>
public sealed class PhaseChoicesTests
{
    [Fact]
    public void ParametersThatNamePhasesOfAnInput_OfferThem()
    {
        using var services = new AppServices(Path.Combine(TestFolders.Program, "plugins"));
        var named = 0;
        var faults = new List<string>();
        foreach (var id in services.Plugins.Listed<IOperation>().Select(entry => entry.Contribution.Id).Where(id => id.StartsWith("measure.", StringComparison.Ordinal) || id == "generate.twin"))
        {
            var operation = services.Plugins.Get<IOperation>(id);
            foreach (var parameter in operation.Parameters.Items.Where(item => item.Help.Contains("by name or file value", StringComparison.OrdinalIgnoreCase) || item.Help.StartsWith("Name or file value", StringComparison.Ordinal)))
            {
                named++;
                if (!operation.Inputs.Any(input => input.Name == parameter.PhasesOf && input.Kind == InputKind.Labels))
                    faults.Add($"{id}: {parameter.Name}");
            }
        }

        Assert.Empty(faults);
        Assert.True(named > 20, $"Only {named} parameters were looked at.");
    }
}
