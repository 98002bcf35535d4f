using System.Diagnostics;
using System.Globalization;
using System.Numerics;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace Benchmarks;

/// <summary>Frames per second of the 3-D view beside VTK's two volume mappers, with the same volume, camera, opacities and steps.</summary>
internal sealed class RenderBenchmark : IBenchmark
{
    private const int Edge = 256;

    private static readonly string[] Kinds = ["full", "moving", "shaded"];

    public string Name => "render";

    public string Description => "Frames per second of a 256³ volume in 3-D by the processor's cores and by OpenGL, beside VTK.";

    public BenchmarkTable Run(bool isQuick, Action<string> log)
    {
        var (rows, frames) = (new List<BenchmarkRow>(), isQuick ? 6 : 24);
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        try
        {
            using var context = OffscreenContext.Create();
            foreach (var scene in new[] { "semi", "opaque", "sample" })
            {
                var voxels = Voxels(scene);
                var raw = Path.Combine(folder, scene + ".raw");
                File.WriteAllBytes(raw, voxels);
                using var layer = new ImageLayer(scene, ToVolume(voxels)) { ContrastLimits = new ContrastLimits(0, 255), Colormap = Colors };
                layer.OpacityCurve = scene == "opaque" ? [new(0, 0), new(128 / 255f, 0), new(160 / 255f, 0.6f), new(1, 0.6f)]
                    : [new(0, 0), new(40 / 255f, 0), new(170 / 255f, 0.04f), new(1, 0.04f)];
                foreach (var kind in Kinds.Where(kind => kind != "shaded" || scene == "opaque"))
                {
                    log($"{scene}, {kind} ...");
                    // There is no lit translucent mode here: the surface at the value where the opaque curve rises is what comes nearest.
                    (layer.RenderMode, layer.Isovalue) = (kind == "shaded" ? ImageRenderMode.Isosurface : ImageRenderMode.Translucent, 144);
                    var (cpu, gl) = (Measure(context, layer, RendererChoice.Cpu, kind, frames), Measure(context, layer, RendererChoice.Gl, kind, isQuick ? 2 : 6));
                    var peers = new[] { Peer(raw, scene, "gpu", kind, isQuick ? 2 : 4), Peer(raw, scene, "cpu", kind, isQuick ? 2 : 4) };
                    var best = peers.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max();
                    rows.Add(new BenchmarkRow($"{scene}, {kind}", cpu, "frames/s", "the better of VTK's two", double.IsNaN(best) ? null : cpu / best,
                        string.Create(CultureInfo.InvariantCulture, $"OpenGL {gl:0.0}; VTK GPU {peers[0]:0.0}, CPU {peers[1]:0.0}; {(kind == "moving" ? "400 × 300, double steps" : "800 × 600")}{(kind == "shaded" ? ", a lit surface" : "")}")));
                }
            }
            if (rows.TrueForAll(row => row.Ratio is null))
                log("VTK did not draw, so nothing is measured beside it; on Debian it needs: apt-get install python3-vtk9 xvfb xauth");
            return new BenchmarkTable(Name, $"256³ voxels, {Environment.ProcessorCount} core(s), {context.Description}", rows);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Colormap Colors { get; } = new("bench", "Bench", [new Rgba(0, 153, 255), new Rgba(255, 153, 0)]);

    private static double Measure(OffscreenContext context, ImageLayer layer, RendererChoice choice, string kind, int frames)
    {
        using var renderer = new SceneRenderer(context.Gl, choice) { UploadTime = TimeSpan.FromSeconds(1) };
        using var target = new RenderTarget(context.Gl);
        var viewer = new Viewer();
        viewer.Layers.Add(layer);
        renderer.Finish(viewer);
        var isMoving = kind == "moving";
        target.Resize(isMoving ? 400 : 800, isMoving ? 300 : 600);
        Draw(0);
        // The first frames are compiled while they are drawn.
        for (var number = 1; choice == RendererChoice.Cpu && number < 12; number++)
            Draw(number);
        var clock = Stopwatch.StartNew();
        for (var number = 1; number <= frames; number++)
            Draw(number);
        return frames / clock.Elapsed.TotalSeconds;

        void Draw(int number)
        {
            var camera = viewer.Camera;
            camera.Target = new Vector3(Edge / 2f);
            camera.Distance = (float)(0.5 * Math.Sqrt(3) * Edge / Math.Sin(15 * Math.PI / 180));
            camera.Orientation = Quaternion.CreateFromAxisAngle(Vector3.UnitY, (30 + (7 * number)) * MathF.PI / 180) * Quaternion.CreateFromAxisAngle(Vector3.UnitX, -20 * MathF.PI / 180);
            renderer.DrawVolumeView(viewer, target, isMoving ? RenderQuality.Moving : RenderQuality.Full);
            // Until the pixels are there, as for the peer.
            target.ReadRgba();
        }
    }

    private static double Peer(string raw, string scene, string mapper, string kind, int frames)
    {
        try
        {
            // Debian's VTK wants an X server even for pictures that no window shows.
            using var process = Process.Start(PeerScript.WithDisplay("render.py", raw, $"{Edge}", scene, mapper, kind, $"{frames}"))!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return double.TryParse(output.Trim().Split('\n')[^1], CultureInfo.InvariantCulture, out var rate) ? rate : double.NaN;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No python3 at all.
            return double.NaN;
        }
    }

    // An electrode of three phases; "sample" is a cylinder of it in air, as a tomogram of a sample is.
    private static byte[] Voxels(string scene)
    {
        using var source = new BenchHost().Open(MetricsBenchmark.Find(MetricsBenchmark.Volume));
        var voxels = new byte[Edge * Edge * Edge];
        for (var z = 0; z < Edge; z++)
            source.ReadSlice(z, voxels.AsSpan(z * Edge * Edge, Edge * Edge));
        for (var i = 0; scene == "sample" && i < voxels.Length; i++)
        {
            var (z, y, x) = (i / (Edge * Edge), (i / Edge % Edge) - 127.5, (i % Edge) - 127.5);
            voxels[i] = (y * y) + (x * x) < 80 * 80 && z is > 30 and < 226 ? Math.Max(voxels[i], (byte)30) : (byte)0;
        }
        return voxels;
    }

    private static Volume<byte> ToVolume(byte[] voxels)
    {
        var volume = new Volume<byte>(new VolumeShape(Edge, Edge, Edge), Spacing.Isotropic(1));
        for (var z = 0; z < Edge; z++)
            voxels.AsSpan(z * Edge * Edge, Edge * Edge).CopyTo(volume.Slice(z));
        return volume;
    }
}
