using System.Diagnostics;

using VolumeViewer.Host.Painting;
using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace Benchmarks;

/// <summary>What a step of a brush stroke takes: changing the labels with all that follows them, and drawing the slice again; beside the plainest way to do the former.</summary>
internal sealed class PaintBenchmark : IBenchmark
{
    private const int Diameter = 40, StepVoxels = 6, Steps = 60;

    public string Name => "paint";

    public string Description => "A step of a brush stroke on labels of 512³ and 1024³ voxels, in a slice and in 3-D, beside a plain loop that keeps copies of slices for undo.";

    public BenchmarkTable Run(bool isQuick, Action<string> log)
    {
        var rows = new List<BenchmarkRow>();
        foreach (var edge in isQuick ? (int[])[512] : [512, 1024])
        {
            log($"{edge}³ voxels ...");
            Measure(edge, rows, log);
            GC.Collect();
        }
        return new BenchmarkTable(Name, $"A brush of {Diameter} voxels that moves on by {StepVoxels}, median and worst of {Steps} steps, {Environment.ProcessorCount} core(s), slices drawn in 800 × 600 pixels", rows);
    }

    private static void Measure(int edge, List<BenchmarkRow> rows, Action<string> log)
    {
        using var layer = new LabelsLayer("labels", Blocks(edge));
        var viewer = new Viewer();
        viewer.Layers.Add(layer);
        viewer.ResetView();
        using var history = new UndoHistory(viewer, _ => { });
        using var scene = new ChangedLabels(viewer);
        using var context = OffscreenContext.Create();
        using var renderer = new SceneRenderer(context.Gl);
        using var target = new RenderTarget(context.Gl);
        target.Resize(800, 600);
        log("bringing it onto the graphics card ...");
        renderer.Finish(viewer);
        foreach (var isBall in (bool[])[false, true])
        {
            foreach (var axis in (Axis[])[Axis.Z, Axis.X])
            {
                var name = $"{edge}³, {(isBall ? "ball" : "disc")} across {axis.ToString().ToLowerInvariant()}";
                var camera = new SliceCamera(axis);
                camera.Fit(viewer.Extent, target.Width, target.Height);
                var (edits, frames) = (new List<double>(), new List<double>());
                // The window has shown the slice before a stroke begins on it.
                renderer.DrawSliceView(viewer, camera, target);
                while (!renderer.IsComplete)
                    renderer.DrawSliceView(viewer, camera, target);
                context.Gl.Finish();
                var options = new PaintOptions { Size = Diameter, Reach = isBall ? BrushReach.Ball : BrushReach.Slice };
                using (var stroke = new BrushStroke(history, "stroke", layer, options.Tip(layer.Spacing, axis), 2, VoxelFilter.None))
                {
                    for (var step = 0; step < Steps; step++)
                    {
                        var clock = Stopwatch.StartNew();
                        stroke.MoveTo(Place(edge, axis, step));
                        edits.Add(clock.Elapsed.TotalMilliseconds);
                        // As the window draws it: what the step changed.
                        renderer.SlicePart = scene.PartOf(1, camera, target.Width, target.Height);
                        renderer.DrawSliceView(viewer, camera, target);
                        context.Gl.Finish();
                        frames.Add(clock.Elapsed.TotalMilliseconds);
                    }
                }
                renderer.SlicePart = null;
                var rest = Stopwatch.StartNew();
                renderer.Finish(viewer);
                var late = rest.Elapsed.TotalMilliseconds;
                var still = new List<double>();
                for (var step = 0; step < Steps / 3; step++)
                {
                    var clock = Stopwatch.StartNew();
                    renderer.DrawSliceView(viewer, camera, target);
                    context.Gl.Finish();
                    still.Add(clock.Elapsed.TotalMilliseconds);
                }
                var plain = Plain(layer.Labels, edge, axis, isBall);
                rows.Add(new(name + ": labels", Median(edits), "ms", "plain loop", Median(plain) / Median(edits), $"worst {edits.Max():0.0} ms; plain {Median(plain):0.0} ms"));
                rows.Add(new(name + ": labels and picture", Median(frames), "ms", Note: $"worst {frames.Max():0.0} ms, in step {frames.IndexOf(frames.Max())}; all of the slice, unchanged, {Median(still):0.0} ms; textures complete {late:0} ms after the stroke"));
                history.Undo();
                renderer.Finish(viewer);
            }
        }
    }

    private static VoxelPlace Place(int edge, Axis axis, int step)
    {
        var (across, along) = (edge / 2, (edge / 4) + (step * StepVoxels * 0.7) % (edge / 2));
        return axis == Axis.Z ? new VoxelPlace(across, along, along) : new VoxelPlace(along, along, across);
    }

    // Every voxel of the box around the brush is looked at, and slices that are touched are copied once a step to be able to go back.
    private static List<double> Plain(LabelVolume labels, int edge, Axis axis, bool isBall)
    {
        var times = new List<double>();
        var radius = Diameter / 2;
        for (var step = 0; step < Steps / 4; step++)
        {
            var clock = Stopwatch.StartNew();
            var (z, y, x) = ((int)Place(edge, axis, step).Z, (int)Place(edge, axis, step).Y, (int)Place(edge, axis, step).X);
            var kept = new List<byte[]>();
            var (deep, wide) = (isBall || axis != Axis.Z ? radius : 0, isBall || axis != Axis.X ? radius : 0);
            for (var atZ = z - deep; atZ <= z + deep; atZ++)
            {
                kept.Add(labels.Slice(atZ).ToArray());
                for (var atY = y - radius; atY <= y + radius; atY++)
                {
                    for (var atX = x - wide; atX <= x + wide; atX++)
                    {
                        var (offZ, offY, offX) = (atZ - z, atY - y, atX - x);
                        if ((offZ * offZ) + (offY * offY) + (offX * offX) <= radius * radius)
                            labels.Slice(atZ)[(atY * edge) + atX] = 2;
                    }
                }
            }
            times.Add(clock.Elapsed.TotalMilliseconds);
            for (var i = 0; i < kept.Count; i++)
                kept[i].CopyTo(labels.Slice(z - deep + i));
        }
        return times;
    }

    private static LabelVolume Blocks(int edge)
    {
        var labels = new LabelVolume(new VolumeShape(edge, edge, edge), PhaseTable.Numbered(3));
        Parallel.For(0, edge, z =>
        {
            var slice = labels.Slice(z);
            for (var y = 0; y < edge; y++)
            {
                for (var x = 0; x < edge; x += 32)
                    slice.Slice((y * edge) + x, 32).Fill((byte)(((z / 32) + (y / 32) + (x / 32)) % 2));
            }
        });
        return labels;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
