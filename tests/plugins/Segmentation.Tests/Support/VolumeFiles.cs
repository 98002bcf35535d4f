using VolumeViewer.Plugins.Formats;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Tests;

/// <summary>Opens files with the readers of the Formats plugin.</summary>
internal sealed class VolumeFiles : IPluginContext
{
    private readonly List<IVolumeReader> _readers = [];

    private VolumeFiles() => new FormatsPlugin().Activate(this);

    public string Folder => "";

    public IDisposable Register<T>(T contribution) where T : class, IContribution
    {
        if (contribution is IVolumeReader reader)
            _readers.Add(reader);
        return new MemoryStream();
    }

    public static IVolumeSource Open(string path) => new VolumeFiles()._readers.First(reader => reader.CanRead(path)).Open(path);

    public static LabelVolume OpenLabels(string path)
    {
        using var source = Open(path);
        return LabelVolume.FromSource(source);
    }
}

/// <summary>A test that needs data which is not part of the repository; skipped where the data is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string folder)
    {
        if (Repository.Above($"shared/data/{folder}") is null)
            Skip = $"There is no folder shared/data/{folder} beside the repository.";
    }
}
