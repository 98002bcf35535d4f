using System.Diagnostics;
using System.Globalization;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Export;

/// <summary>A film that ffmpeg makes of frames: H.264, which every player shows. It appears under its name when it is complete.</summary>
internal sealed class Film : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private readonly Process _encoder;
    private readonly Task<string> _errors;
    private bool _isDone;

    /// <exception cref="UserException">ffmpeg is not there.</exception>
    public Film(string path, int width, int height, double framesPerSecond)
    {
        (_path, _temporary) = (path, Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".{Guid.NewGuid():N}.mp4"));
        var start = new ProcessStartInfo(Find()) { RedirectStandardInput = true, RedirectStandardError = true };
        // Half as many colours as pixels need even sides; players of the web want the index first.
        foreach (var word in new[]
        {
            "-y", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "bgra", "-s", $"{width}x{height}", "-r", framesPerSecond.ToString(CultureInfo.InvariantCulture), "-i", "-",
            "-vf", "pad=ceil(iw/2)*2:ceil(ih/2)*2", "-c:v", "libx264", "-crf", "16", "-pix_fmt", "yuv420p", "-movflags", "+faststart", _temporary,
        })
            start.ArgumentList.Add(word);
        _encoder = Process.Start(start)!;
        _errors = _encoder.StandardError.ReadToEndAsync();
    }

    /// <summary>Whether the program that makes films is there.</summary>
    public static bool IsPossible => FindOrNull() is not null;

    /// <summary>The program that makes films.</summary>
    /// <exception cref="UserException">It is not there.</exception>
    public static string Find() => FindOrNull()
        ?? throw new UserException("A film needs the program ffmpeg, which is not on the PATH. Install it (on Debian: apt install ffmpeg), or give a folder: the frames are then written as PNG files, and any program can make a film of them.");

    private static string? FindOrNull()
    {
        var name = OperatingSystem.IsWindows() ? "ffmpeg.exe" : "ffmpeg";
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    /// <summary>Adds a frame: BGRA, the top row first.</summary>
    /// <exception cref="UserException">ffmpeg gave up.</exception>
    public void Add(ReadOnlySpan<byte> bgra)
    {
        try
        {
            _encoder.StandardInput.BaseStream.Write(bgra);
        }
        catch (IOException)
        {
            _encoder.WaitForExit();
            throw Refused();
        }
    }

    /// <summary>Ends the film.</summary>
    /// <exception cref="UserException">ffmpeg failed, or the file cannot be put there.</exception>
    public void Finish()
    {
        try
        {
            _encoder.StandardInput.Close();
            _encoder.WaitForExit();
            if (_encoder.ExitCode != 0)
                throw Refused();
            File.Move(_temporary, _path, overwrite: true);
            _isDone = true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"'{_path}' cannot be written: {problem.Message}", problem);
        }
    }

    public void Dispose()
    {
        if (!_isDone)
        {
            if (!_encoder.HasExited)
                _encoder.Kill();
            _encoder.WaitForExit();
            File.Delete(_temporary);
        }
        _encoder.Dispose();
    }

    private UserException Refused() => new($"ffmpeg could not make the film '{_path}': {_errors.Result.Trim()} Write the frames into a folder instead, and make the film of them.");
}
