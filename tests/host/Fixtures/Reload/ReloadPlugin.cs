using VolumeViewer.Sdk;

namespace Reload;

public sealed class ReloadPlugin : IPlugin
{
    public void Activate(IPluginContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Register<IOperation>(new Operation<NoParameters>("test.build", "Build", (_, _) => new OperationResult
        {
            Tables = [new Table("build", new TableColumn("number")).Add(BuildNumber.Value)],
        }));
        context.Register<IOperation>(new Operation<WaitParameters>("test.waits", "Waits", async (operation, parameters) =>
        {
            while (!File.Exists(parameters.Until))
                await Task.Delay(20, operation.CancellationToken).ConfigureAwait(false);
            return new OperationResult { Tables = [new Table("build", new TableColumn("number")).Add(BuildNumber.Value)] };
        }));
        context.Register<IVolumeReader>(new StripesReader());
    }
}

public sealed record NoParameters;

public sealed record WaitParameters
{
    [Parameter("Until", IsPath = true, Help = "Ends when this file exists.")]
    public string Until { get; init; } = "";
}
