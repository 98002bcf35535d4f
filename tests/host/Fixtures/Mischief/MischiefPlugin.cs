using VolumeViewer.Sdk;

namespace Mischief;

/// <summary>Each operation misbehaves in another way.</summary>
public sealed class MischiefPlugin : IPlugin
{
    public void Activate(IPluginContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Register<IOperation>(new Operation<NoParameters>("test.thread-fault", "Thread fault", ThrowOnAnotherThread));
        context.Register<IOperation>(new Operation<NoParameters>("test.flood", "Flood", Flood));
        context.Register<IOperation>(new Operation<NoParameters>("test.stubborn", "Stubborn", NeverEnd));
        context.Register<IOperation>(new Operation<NoParameters>("test.nothing", "Nothing", (_, _) => Task.FromResult<OperationResult>(null!)));
        context.Register<IOperation>(new Operation<NoParameters>("test.wrong-size", "Wrong size", WrongSize)
        {
            Inputs = [new OperationInput("in", InputKind.Image, "The image to segment.")],
            ShapeOf = "in",
        });
        context.Register<IVolumeReader>(new BrokenReader());
    }

    private static OperationResult ThrowOnAnotherThread(OperationContext context, NoParameters parameters)
    {
        var thread = new Thread(() => throw new InvalidOperationException("nobody catches this"));
        thread.Start();
        thread.Join();
        return new OperationResult();
    }

    private static OperationResult Flood(OperationContext context, NoParameters parameters)
    {
        var curve = context.Job.Series("flood", "curve");
        for (var i = 0; i < 1_000_000; i++)
        {
            context.Job.Report(new JobProgress(i / 1e6, $"step {i}"));
            context.Job.Log($"line {i}");
            curve.Add(i, i);
        }
        return new OperationResult();
    }

    private static OperationResult WrongSize(OperationContext context, NoParameters parameters)
    {
        var shape = context.Image("in").Shape;
        return new OperationResult
        {
            Layers = [new LabelsLayer("too small", new LabelVolume(new VolumeShape(shape.Depth, shape.Height, shape.Width - 1), PhaseTable.Numbered(2)))],
        };
    }

    private static OperationResult NeverEnd(OperationContext context, NoParameters parameters)
    {
        Thread.Sleep(Timeout.Infinite);
        return new OperationResult();
    }
}

public sealed record NoParameters;
