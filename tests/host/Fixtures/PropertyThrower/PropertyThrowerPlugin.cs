using VolumeViewer.Sdk;

namespace PropertyThrower;

public sealed class PropertyThrowerPlugin : IPlugin
{
    public void Activate(IPluginContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Register<IOperation>(new Untitled());
    }

    private sealed class Untitled : IOperation
    {
        public string Id => "test.untitled";

        public string Title => throw new InvalidOperationException("the title was lost");

        public string Description => "";

        public ParameterSchema Parameters { get; } = ParameterSchema.For(typeof(NoParameters));

        public IReadOnlyList<OperationInput> Inputs => [];

        public OutputKind Output => OutputKind.Results;

        public Task<OperationResult> RunAsync(OperationContext context, object parameters) => Task.FromResult(new OperationResult());
    }
}

public sealed record NoParameters;
