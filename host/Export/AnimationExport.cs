using SkiaSharp;

using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Export;

/// <summary>Writes animations as a folder of PNG files or, where ffmpeg is there, as a film.</summary>
internal static class AnimationExport
{
    /// <summary>Checks before long work that a path can be written, and that a film can be made.</summary>
    /// <exception cref="UserException">It cannot.</exception>
    public static void CheckTarget(string target)
    {
        OutputPath.Check(target);
        if (IsFilm(target))
        {
            if (Directory.Exists(target))
                throw new UserException($"'{target}' is a folder; give the name of a file for the film.");
            Film.Find();
        }
        else if (File.Exists(target))
        {
            throw new UserException($"'{target}' is a file; give a folder for the frames, or a file that ends in .mp4 for a film.");
        }
        else if (Path.GetExtension(target) is { Length: > 1 } ending && !Directory.Exists(target) && !Path.EndsInDirectorySeparator(target))
        {
            throw new UserException($"'{target}' ends in {ending}: animations are written as .mp4, or as a folder of PNG files; end a folder's name with {Path.DirectorySeparatorChar}.");
        }
    }

    /// <summary>Draws all frames and writes them.</summary>
    /// <param name="scene">Is changed by it: a copy, or one that nobody else looks at.</param>
    /// <param name="animation">What changes.</param>
    /// <param name="options">How many frames, how large.</param>
    /// <param name="target">A folder, or a file that ends in .mp4.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="cancellationToken">Cancels; frames and film are taken away then.</param>
    /// <returns>The files.</returns>
    /// <exception cref="UserException">It cannot be drawn or written.</exception>
    public static IReadOnlyList<string> Write(
        Viewer scene, IAnimation animation, AnimationOptions options, string target, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        options.Check();
        CheckTarget(target);
        using var session = new HeadlessSession(options.Render.Renderer);
        return IsFilm(target)
            ? WriteFilm(scene, animation, options, target, session, progress, cancellationToken)
            : WriteFrames(scene, animation, options, target, session, progress, cancellationToken);
    }

    private static bool IsFilm(string target) => target.EndsWith(".mp4", StringComparison.OrdinalIgnoreCase);

    private static List<string> WriteFrames(
        Viewer scene, IAnimation animation, AnimationOptions options, string folder, HeadlessSession session, IProgress<JobProgress>? progress, CancellationToken cancellationToken)
    {
        var (written, digits, isNew) = (new List<string>(), Math.Max(4, $"{options.Frames}".Length), !Directory.Exists(folder));
        try
        {
            Directory.CreateDirectory(folder);
            for (var frame = 0; frame < options.Frames; frame++)
            {
                using var picture = Draw(scene, animation, options, frame, session, cancellationToken);
                var path = Path.Combine(folder, $"frame-{(frame + 1).ToString($"D{digits}")}.png");
                PngFile.Write(picture, path);
                written.Add(path);
                progress?.Report(new JobProgress((frame + 1) / (double)options.Frames, $"frame {frame + 1} of {options.Frames}"));
            }
            return written;
        }
        catch
        {
            written.ForEach(File.Delete);
            if (isNew && Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
                Directory.Delete(folder);
            throw;
        }
    }

    private static List<string> WriteFilm(
        Viewer scene, IAnimation animation, AnimationOptions options, string path, HeadlessSession session, IProgress<JobProgress>? progress, CancellationToken cancellationToken)
    {
        using var film = new Film(path, options.Width, options.Height, options.FramesPerSecond);
        for (var frame = 0; frame < options.Frames; frame++)
        {
            using var picture = Draw(scene, animation, options, frame, session, cancellationToken);
            film.Add(picture.GetPixelSpan());
            progress?.Report(new JobProgress((frame + 1) / (double)options.Frames, $"frame {frame + 1} of {options.Frames}"));
        }
        film.Finish();
        return [path];
    }

    private static SKBitmap Draw(Viewer scene, IAnimation animation, AnimationOptions options, int frame, HeadlessSession session, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var places = new Dictionary<Axis, SlicePlace>();
        var last = animation.IsLoop ? options.Frames : Math.Max(1, options.Frames - 1);
        animation.Put(scene, frame / (double)last, places);
        var render = options.Render with { Places = places };
        var (picture, panes) = HeadlessRenderer.RenderBare(scene, scene.Layout, options.Width, options.Height, render, session, cancellationToken);
        using var canvas = new SKCanvas(picture);
        HeadlessRenderer.Explain(canvas, scene, panes, render);
        return picture;
    }
}
