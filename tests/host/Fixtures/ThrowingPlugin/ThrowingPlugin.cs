using VolumeViewer.Sdk;

namespace ThrowingPlugin;

public sealed class ThrowingPlugin : IPlugin
{
    public void Activate(IPluginContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Register<IOperation>(new Operation<NoParameters>("test.throws", "Throws", (_, _) => new OperationResult()));
        throw new InvalidOperationException("the licence server is away");
    }
}

public sealed record NoParameters;
