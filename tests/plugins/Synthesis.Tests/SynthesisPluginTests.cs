using VolumeViewer.Plugins.Synthesis;

namespace VolumeViewer.Plugins.Tests;

public class SynthesisPluginTests
{
    [Fact]
    public void Activate_RegistersWhatThePluginFilePromises() => Manifest.AssertKept("Synthesis", new SynthesisPlugin());
}
