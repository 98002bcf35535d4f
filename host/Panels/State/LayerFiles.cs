using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Meshes;
using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Points;
using VolumeViewer.Host.Projects;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Opens files as layers and writes layers to files, in jobs.</summary>
internal sealed class LayerFiles(Workbench bench)
{
    // Of the files that are being opened: done when their layers are there, or will not come.
    private readonly List<Task> _opening = [];

    /// <summary>Opens files or folders, each in a job, or a project.</summary>
    public void Open(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            if (ProjectState.IsProject(path))
                bench.Project.Open(path);
            else if (PointsCsv.Knows(path))
                OpenPoints(path);
            else
                Open([path], reader: null);
        }
    }

    /// <summary>Opens a file, or several as one stack, in a job.</summary>
    /// <param name="paths">One file or folder, or the files of a stack in their order.</param>
    /// <param name="reader">The id of the reader, or null for the one that fits; where none or several do, the user is asked.</param>
    public void Open(IReadOnlyList<string> paths, string? reader)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(paths[0]));
        var opened = new TaskCompletionSource();
        _opening.RemoveAll(task => task.IsCompleted);
        _opening.Add(opened.Task);
        bench.Services.Jobs.Start(paths.Count == 1 ? $"Open {name}" : $"Open {paths.Count} files from {name} on", job =>
        {
            try
            {
                job.Report(new JobProgress(0, "reading"));
                if (reader is null && paths.Count == 1 && !MeshFiles.Knows(paths[0]) && ReaderChoice.Of(bench.Services.Io, paths[0]) is { } choice)
                {
                    bench.Post(() => bench.Choosing = choice);
                    return Task.FromResult<Layer?>(null);
                }
                return Task.FromResult<Layer?>(LayerFactory.Open(bench.Services.Io, paths, kind: null, reader, new ShareReports(job, "looking for labels"), job.CancellationToken));
            }
            catch
            {
                opened.TrySetResult();
                throw;
            }
        }, layer => bench.Post(() =>
        {
            opened.TrySetResult();
            if (layer is null)
                return;
            bench.AddLayers([layer]);
            if (paths.Count == 1)
                bench.Project.Recent.Add(paths[0]);
        }));
        bench.Activity.Request();
    }

    // The voxels that a file of points counts are those of what is looked at: the files that were named before it come first.
    private void OpenPoints(string path)
    {
        var others = Task.WhenAll(_opening);
        bench.Services.Jobs.Start($"Open {Path.GetFileName(path)}", async job =>
        {
            var file = PointsCsv.Read(path);
            await others.WaitAsync(job.CancellationToken).ConfigureAwait(false);
            return file;
        }, file => bench.Post(() =>
        {
            bench.AddLayers([PointsCsv.LayerOf(path, file.Places, file.Values, SliceSteps.Reference(bench.Viewer))]);
            bench.Project.Recent.Add(path);
        }));
        bench.Activity.Request();
    }

    /// <summary>Writes a layer to a file, in a job.</summary>
    /// <param name="layer">What is written.</param>
    /// <param name="path">Where; its ending chooses the format.</param>
    /// <param name="asText">Whether a surface is written as text, where its format has that.</param>
    public void Save(Layer layer, string path, bool asText = false)
    {
        Action<Job>? write = layer switch
        {
            LabelsLayer labels => Volume(labels.Labels.WithPhases(labels.Phases)),
            ImageLayer image => Volume(image.Volume),
            SurfaceLayer { Mesh: var mesh } => job => MeshFiles.Write(mesh, path, new JobReports(job), asText, job.CancellationToken),
            PointsLayer points => _ => PointsCsv.Write(points, path),
            _ => null,
        };
        if (write is null)
        {
            bench.Notices.Fail($"'{layer.Name}' cannot be saved: there is no format for layers of its kind.");
            return;
        }
        var changes = VoxelChanges.Of(layer);
        bench.Services.Jobs.Start($"Save {layer.Name}", job =>
        {
            write(job);
            return Task.FromResult(path);
        }, written =>
        {
            DataFile.Tell(layer, [written]);
            VoxelChanges.TellInFile(layer, changes);
            bench.Post(() => bench.Notices.Tell($"Saved '{layer.Name}' as {written}"));
        });
        bench.Activity.Request();

        Action<Job> Volume(IVolumeSource source) => job =>
        {
            bench.Services.Io.CheckTarget(path);
            bench.Services.Io.Save(source, path, new JobReports(job), job.CancellationToken);
        };
    }
}
