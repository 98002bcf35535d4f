using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Projects;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Projects;

/// <summary>A folder with data, the program's plugins, and projects written and read there.</summary>
/// <param name="mostLabelsInMemory">Labels of more voxels than this are read when they are wanted.</param>
internal sealed class ProjectWorld(long mostLabelsInMemory = LayerFactory.MostInMemory) : IDisposable
{
    public TemporaryFolder Folder { get; } = new();

    public AppServices Services { get; } = new(Path.Combine(TestFolders.Program, "plugins")) { MostLabelsInMemory = mostLabelsInMemory };

    public string Project => Folder.File("work/scan.vvproj");

    /// <summary>A grey file in data/ and labels in work/, opened as the program opens them.</summary>
    public Viewer ViewerOnFiles()
    {
        Directory.CreateDirectory(Folder.File("data"));
        Directory.CreateDirectory(Folder.File("work"));
        var grey = new Volume<ushort>(new VolumeShape(6, 7, 8), new Spacing(0.5, 0.25, 0.25));
        var labels = new LabelVolume(grey.Shape, PhaseTable.Named("pore", "active", "binder"), grey.Spacing);
        for (var z = 0; z < 6; z++)
        {
            for (var i = 0; i < 56; i++)
            {
                grey.Slice(z)[i] = (ushort)((z * 1000) + (i * 37 % 900));
                // No voxel is 'active', and one is unlabelled.
                labels.Slice(z)[i] = (byte)(i % 5 == 0 ? 2 : 0);
            }
        }
        labels.Slice(2)[11] = LabelVolume.Unlabelled;
        Services.Io.Save(grey, Folder.File("data/grey.tif"));
        Services.Io.Save(labels, Folder.File("work/labels.npy"));
        grey.Dispose();
        var viewer = new Viewer();
        viewer.Layers.Add(LayerFactory.Open(Services.Io, Folder.File("data/grey.tif")));
        viewer.Layers.Add(LayerFactory.Open(Services.Io, [Folder.File("work/labels.npy")], InputKind.Labels, reader: null, mostLabelsInMemory, progress: null));
        viewer.ResetView();
        return viewer;
    }

    public ProjectState Save(Viewer viewer, ProjectState? state = null)
    {
        var writing = ProjectWriting.Of(Project, viewer, state ?? new ProjectState { Path = Project }, Services.History);
        writing.Write();
        return state ?? new ProjectState { Path = Project };
    }

    public ProjectReading Read(string? path = null, params string[] folders) => ProjectReading.Of(path ?? Project, Services, folders);

    /// <summary>A fresh viewer with the project in it.</summary>
    public (Viewer Viewer, ProjectReading Reading) Open(string? path = null, params string[] folders)
    {
        var (viewer, reading) = (new Viewer(), Read(path, folders));
        reading.ApplyTo(viewer);
        return (viewer, reading);
    }

    public void Dispose()
    {
        Services.Dispose();
        Folder.Dispose();
    }
}
