using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Plugins;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Operations;

public class OperationRunnerTests
{
    [Fact]
    public async Task RunAsync_AnOperationThatThrows_NamesOperationPluginAndCause()
    {
        using var folder = new TemporaryFolder();
        folder.AddPlugin("faulty", fixture: "FaultyOperation");
        using var services = new AppServices(folder.Path);
        var operation = services.Plugins.Get<IOperation>("test.divides");
        using var job = new Job("divide");
        var failure = await Assert.ThrowsAsync<PluginFaultException>(() => services.Operations.RunAsync(
            operation, operation.Parameters.Bind([new("divisor", "0")]), new OperationInputs(), null, job));
        Assert.Contains("The plugin 'faulty' failed while running 'test.divides': DivideByZeroException", failure.Message, StringComparison.Ordinal);

        var result = await services.Operations.RunAsync(operation, operation.Parameters.CreateDefault(), new OperationInputs(), null, job);
        Assert.Equal(4, result.Tables[0].Rows[0][0]);
    }

    [Fact]
    public async Task RunAsync_WithoutARequiredInputOrFolder_SaysSoAndDoesNotRun()
    {
        var ran = false;
        var operation = new Operation<NoParameters>("test.op", "Test", (_, _) =>
        {
            ran = true;
            return new OperationResult();
        })
        { Inputs = [new OperationInput("in", InputKind.Image, "The grey volume.")], Output = OutputKind.Folder };
        using var services = new AppServices("no-such-folder");
        using var job = new Job("test");
        var missing = await Assert.ThrowsAnyAsync<UserException>(() => services.Operations.RunAsync(operation, new NoParameters(), new OperationInputs(), "x", job));
        Assert.Contains("'in'", missing.Message, StringComparison.Ordinal);
        var inputs = new OperationInputs();
        inputs.Paths["in"] = "y";
        await Assert.ThrowsAnyAsync<UserException>(() => services.Operations.RunAsync(operation, new NoParameters(), inputs, null, job));
        Assert.False(ran);
    }

    private sealed record NoParameters;
}
