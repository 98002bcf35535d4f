using VolumeViewer.Host.Projects;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Projects;

/// <summary>How far phases are, in a project.</summary>
public sealed class PhaseStateKeepingTests
{
    [Fact]
    public void PhaseTable_WithStates_IsReadAsItWasAndWithoutThemAsToDo()
    {
        var values = new ValueJson(new ValueScope(_ => null, _ => null));
        var phases = new PhaseTable([new Phase("pore", Rgba.Parse("#102030"), 3, false, PhaseState.Done), new Phase("NMC", Rgba.Parse("#405060"), 7, true, PhaseState.InProgress)]);
        var node = ValueJson.Write(phases, typeof(PhaseTable))!;
        Assert.Equal(phases, values.Read(node, typeof(PhaseTable)));
        foreach (var phase in node.AsArray())
            phase!.AsObject().Remove("state");
        Assert.All((PhaseTable)values.Read(node, typeof(PhaseTable))!, phase => Assert.Equal(PhaseState.ToDo, phase.State));
    }
}
