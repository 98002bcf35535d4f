using VolumeViewer.Plugins.Training.Predict.Files;
using VolumeViewer.Plugins.Training.Predict.Speed;

namespace VolumeViewer.Plugins.Training.Predict;

/// <summary>Labels a volume along z: slice by slice, or slab by slab by networks of three dimensions.</summary>
internal static class SlabPrediction
{
    internal static void Run(PredictionTask task, PatchPlan plan, int slabDepth, ResultVolumes results, PredictionWork? work)
    {
        var parts = (task.Shape.Depth + slabDepth - 1) / slabDepth;
        var missing = Enumerable.Range(0, parts).Where(part => work?.IsDone(part) != true).ToList();
        var progress = new PredictionProgress(
            task.Job, parts, parts - missing.Count, (double)task.Shape.SliceLength * slabDepth, slabDepth == 1 ? "slice" : "slab");
        Streams.Run(Math.Max(1, Math.Min(plan.Streams, missing.Count)), missing, () =>
        {
            var slab = new Slab(task, plan, slabDepth);
            return part =>
            {
                slab.Predict(part, results);
                work?.Done(part);
                progress.Done();
            };
        });
    }

    /// <summary>One thread's buffers.</summary>
    private sealed class Slab(PredictionTask task, PatchPlan plan, int slabDepth)
    {
        private readonly Combine.BlockVoter _voter = task.Voter(plan);
        private float[] _grey = [];
        private byte[] _labels = [];
        private float[] _shares = [];

        internal void Predict(int part, ResultVolumes results)
        {
            var shape = task.Shape;
            var wanted = new Span1D(part * slabDepth, Math.Min(slabDepth, shape.Depth - (part * slabDepth)));
            var (first, planes) = Planes(wanted);
            Room(ref _grey, planes.Count * shape.SliceLength);
            for (var i = 0; i < planes.Count; i++)
                task.Image.Volume.ReadSlice(planes[i], _grey.AsSpan(i * shape.SliceLength, shape.SliceLength));
            var block = task.InThree
                ? new BlockShape(1, planes.Count, shape.Height, shape.Width)
                : new BlockShape(planes.Count, 1, shape.Height, shape.Width);
            Room(ref _labels, block.Voxels);
            if (results.NeedsShares)
                Room(ref _shares, block.Voxels * task.Phases);
            var shares = _shares.AsSpan(0, results.NeedsShares ? block.Voxels * task.Phases : 0);
            var inBlock = task.InThree ? wanted with { Start = wanted.Start - first } : new Span1D(0, 1);
            _voter.Predict(_grey.AsSpan(0, planes.Count * shape.SliceLength), block, inBlock, task.Image.Statistics, _labels.AsSpan(0, block.Voxels), shares,
                task.Job.CancellationToken);
            for (var i = 0; i < wanted.Length; i++)
            {
                var at = (inBlock.Start + i) * shape.SliceLength;
                results.Write(wanted.Start + i, _labels.AsSpan(at, shape.SliceLength),
                    shares.IsEmpty ? [] : shares.Slice(at * task.Phases, shape.SliceLength * task.Phases), []);
            }
        }

        // For two dimensions the neighbours on either side, mirrored at the ends; for three the halo, which ends where the volume does.
        private (int First, IReadOnlyList<int> Planes) Planes(Span1D wanted)
        {
            if (!task.InThree)
                return (0, Mirror.Indices(wanted.Start - task.Neighbours, (2 * task.Neighbours) + 1, task.Shape.Depth));
            var halo = PatchGrid.RoundUp(task.Models.Max(model => model.Geometry.Halo), task.Alignment);
            var first = Math.Max(0, wanted.Start - halo);
            return (first, [.. Enumerable.Range(first, Math.Min(task.Shape.Depth, wanted.End + halo) - first)]);
        }

        private static void Room<T>(ref T[] buffer, int length)
        {
            if (buffer.Length < length)
                buffer = new T[length];
        }
    }
}
