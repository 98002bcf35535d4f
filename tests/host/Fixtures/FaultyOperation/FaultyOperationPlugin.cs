using VolumeViewer.Sdk;

namespace FaultyOperation;

public sealed class FaultyOperationPlugin : IPlugin
{
    public void Activate(IPluginContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Register<IOperation>(new Operation<Parameters>("test.divides", "Divides", (_, parameters) => new OperationResult
        {
            Tables = [new Table("quotient", new TableColumn("value")).Add(12 / parameters.Divisor)],
        }));
    }
}

public sealed record Parameters
{
    [Parameter("Divisor", Min = 0, Max = 5, Help = "What 12 is divided by.")]
    public int Divisor { get; init; } = 3;
}
