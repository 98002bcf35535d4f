using VolumeViewer.Plugins.Training;
using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Sdk.Neural;

namespace Training.Tests.Support;

/// <summary>A run folder of a network that has learned the phantom; shared by tests, which leave it as it is.</summary>
public sealed class TrainedRun : IAsyncLifetime
{
    private readonly TestFolder _folder = new();

    public string Path => _folder.In("run");

    public async Task InitializeAsync()
    {
        _folder.Write("1.tif", 56, 64, (y, x) => Phantom.Grey(0, y, x));
        _folder.Write("1_label.tif", 56, 64, (y, x) => 10 * Phantom.Label(0, y, x));
        using var host = new TestHost();
        await TrainingPlugin.TrainOperation().RunAsync(host.Context(_folder.Path, Path), new TrainParameters
        {
            NetworkOptions = "kernels=6",
            PatchSize = 32,
            BatchSize = 4,
            Steps = 120,
            LearningRate = 0.01,
            PhaseNames = "pore,binder,solid",
            Normalisation = NormalisationKind.DatasetZScore,
            Device = ComputeDevice.Cpu,
        });
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}
