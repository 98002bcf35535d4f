using System.Text.Json.Nodes;

using VolumeViewer.Sdk;

namespace QueueRuns;

/// <summary>Operations that fill a folder as a training does, in milliseconds.</summary>
public sealed class QueueRunsPlugin : IPlugin
{
    public void Activate(IPluginContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Register<IOperation>(new Operation<CountParameters>("test.counts", "Counts epochs", Count)
        {
            Inputs = [new OperationInput("in", InputKind.Path, "Anything that is there.") { Optional = true }],
            Output = OutputKind.Folder,
        });
        context.Register<IOperation>(new Operation<FillParameters>("test.fills", "Fills a folder", Fill) { Output = OutputKind.Folder });
    }

    // The score at epoch n is rate · n / (1 + n): known, rising, and greater for greater rates.
    private static async Task<OperationResult> Count(OperationContext context, CountParameters parameters)
    {
        var folder = context.OutputPath!;
        var (metrics, record) = (Path.Combine(folder, "metrics.csv"), Path.Combine(folder, "run.json"));
        if (File.Exists(record) && !parameters.Resume)
            throw new UserException($"'{folder}' holds a run already.");
        Directory.CreateDirectory(folder);
        var done = File.Exists(metrics) ? File.ReadAllLines(metrics).Length - 1 : 0;
        Write(record, Record(parameters, "running"));
        File.AppendAllText(Path.Combine(folder, "sittings.txt"), $"{done}\n");
        if (done == 0)
            Write(metrics, "epoch,step,training loss,validation mean IoU,seconds\n");
        try
        {
            for (var epoch = done + 1; epoch <= parameters.Epochs; epoch++)
            {
                await Task.Delay(parameters.Pause, context.CancellationToken).ConfigureAwait(false);
                if (epoch == parameters.FailsAt)
                    throw new UserException($"It failed at epoch {epoch}.");
                if (epoch == parameters.KillsAt)
                    Environment.FailFast("as wanted");
                var score = parameters.Rate * epoch / (1 + epoch);
                Write(metrics, File.ReadAllText(metrics) + $"{epoch},{epoch * 10},{1 - score:R},{score:R},{epoch * 0.5:0.0}\n");
                context.Job.Report(new JobProgress((double)epoch / parameters.Epochs, $"epoch {epoch} of {parameters.Epochs}"));
            }
        }
        catch (OperationCanceledException)
        {
            Write(record, Record(parameters, "cancelled"));
            throw;
        }
        Write(record, Record(parameters, "finished"));
        return new OperationResult();
    }

    private static async Task<OperationResult> Fill(OperationContext context, FillParameters parameters)
    {
        Directory.CreateDirectory(context.OutputPath!);
        File.WriteAllText(Path.Combine(context.OutputPath!, "begun.txt"), parameters.Text);
        await Task.Delay(parameters.Pause, context.CancellationToken).ConfigureAwait(false);
        File.WriteAllText(Path.Combine(context.OutputPath!, "done.txt"), parameters.Text);
        return new OperationResult();
    }

    private static string Record(CountParameters parameters, string state) => new JsonObject
    {
        ["format"] = 1,
        ["state"] = state,
        ["parameters"] = new JsonObject
        {
            ["rate"] = parameters.Rate.ToString("R"),
            ["options"] = parameters.Options,
            ["epochs"] = $"{parameters.Epochs}",
            ["seed"] = $"{parameters.Seed}",
        },
    }.ToJsonString();

    private static void Write(string path, string text)
    {
        File.WriteAllText(path + ".tmp", text);
        File.Move(path + ".tmp", path, overwrite: true);
    }
}
