using System.Runtime.InteropServices;

using VolumeViewer.Plugins.Training.Predict.Combine;
using VolumeViewer.Plugins.Training.Predict.Files;
using VolumeViewer.Plugins.Training.Predict.Speed;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Predict;

/// <summary>
/// Labels a volume by slices across other axes than z, or across all three. The probabilities of each axis go to files, block by block, and are then
/// averaged slice by slice; so memory stays bounded, and a block that is done stays done.
/// </summary>
internal sealed class AxisVote
{
    // Probabilities in the files: 65535 is certain.
    private const float Scale = ushort.MaxValue;

    private readonly PredictionTask _task;
    private readonly PredictionWork _work;
    private readonly IReadOnlyList<AxisCut> _cuts;
    private readonly RawVolumeFile[][] _files;
    private readonly PredictionProgress _progress;

    internal AxisVote(PredictionTask task, PredictionWork work)
    {
        (_task, _work, _cuts) = (task, work, Cuts(task.Parameters.Axes, task.Shape));
        _files = [.. _cuts.Select(cut => Enumerable.Range(0, task.Phases)
            .Select(phase => work.Volume($"{cut.Axis}-{phase}", task.Shape, task.Image.Spacing, VoxelType.UInt16)).ToArray())];
        var parts = Parts(task.Parameters.Axes, task.Shape);
        _progress = new PredictionProgress(task.Job, parts, work.PartsDone, (double)task.Shape.VoxelCount / parts * _cuts.Count, "slice");
    }

    /// <summary>How many slices there are in all.</summary>
    internal static int Parts(SliceAxes axes, VolumeShape shape) => Cuts(axes, shape).Sum(cut => cut.Count);

    internal void Run(ResultVolumes results)
    {
        var offset = 0;
        for (var axis = 0; axis < _cuts.Count; axis++)
        {
            RunAxis(_cuts[axis], _files[axis], offset);
            offset += _cuts[axis].Count;
        }
        Combine(results);
    }

    private static IReadOnlyList<AxisCut> Cuts(SliceAxes axes, VolumeShape shape) => axes switch
    {
        SliceAxes.Z => [new AxisCut(Axis.Z, shape)],
        SliceAxes.Y => [new AxisCut(Axis.Y, shape)],
        SliceAxes.X => [new AxisCut(Axis.X, shape)],
        _ => [new AxisCut(Axis.Z, shape), new AxisCut(Axis.Y, shape), new AxisCut(Axis.X, shape)],
    };

    private void RunAxis(AxisCut cut, RawVolumeFile[] files, int offset)
    {
        var plan = _task.Plan(cut.Height, cut.Width, cut.Count);
        var perPlane = (long)cut.PlaneLength * (sizeof(float) + (sizeof(ushort) * _task.Phases));
        var most = (int)Math.Clamp((_task.MemoryBytes / 5 / perPlane) - (2 * _task.Neighbours), 1, Math.Min(cut.Count, int.MaxValue / cut.PlaneLength));
        for (var first = 0; first < cut.Count; first++)
        {
            if (_work.IsDone(offset + first))
                continue;
            var count = 1;
            while (count < most && first + count < cut.Count && !_work.IsDone(offset + first + count))
                count++;
            RunBlock(cut, plan, new Span1D(first, count), files);
            for (var i = 0; i < count; i++)
                _work.Done(offset + first + i);
            first += count - 1;
        }
    }

    private void RunBlock(AxisCut cut, PatchPlan plan, Span1D planes, RawVolumeFile[] files)
    {
        var low = Math.Max(0, planes.Start - _task.Neighbours);
        var loaded = new Span1D(low, Math.Min(cut.Count, planes.End + _task.Neighbours) - low);
        var grey = new float[loaded.Length * cut.PlaneLength];
        Load(cut, loaded, grey);
        ushort[][] shares = [.. files.Select(_ => new ushort[planes.Length * cut.PlaneLength])];
        Streams.Run(Math.Min(plan.Streams, planes.Length), Enumerable.Range(0, planes.Length), () =>
        {
            var voter = _task.Voter(plan);
            var channels = (2 * _task.Neighbours) + 1;
            var shape = new BlockShape(channels, 1, cut.Height, cut.Width);
            var (raw, labels, own) = (new float[channels * cut.PlaneLength], new byte[cut.PlaneLength], new float[cut.PlaneLength * _task.Phases]);
            return plane =>
            {
                var from = Mirror.Indices(planes.Start + plane - _task.Neighbours, channels, cut.Count);
                for (var channel = 0; channel < channels; channel++)
                    grey.AsSpan((from[channel] - low) * cut.PlaneLength, cut.PlaneLength).CopyTo(raw.AsSpan(channel * cut.PlaneLength));
                voter.Predict(raw, shape, new Span1D(0, 1), _task.Image.Statistics, labels, own, _task.Job.CancellationToken);
                for (var i = 0; i < own.Length; i++)
                    shares[i % _task.Phases][(plane * cut.PlaneLength) + (i / _task.Phases)] = (ushort)MathF.Round(own[i] * Scale);
                _progress.Done();
            };
        });
        for (var phase = 0; phase < files.Length; phase++)
            Store(cut, planes, shares[phase], files[phase]);
    }

    private void Load(AxisCut cut, Span1D planes, float[] block)
    {
        if (cut.Axis == Axis.Z)
        {
            for (var i = 0; i < planes.Length; i++)
                _task.Image.Volume.ReadSlice(planes.Start + i, block.AsSpan(i * cut.PlaneLength, cut.PlaneLength));
            return;
        }
        var slice = new float[_task.Shape.SliceLength];
        for (var z = 0; z < _task.Shape.Depth; z++)
        {
            _task.Job.CancellationToken.ThrowIfCancellationRequested();
            _task.Image.Volume.ReadSlice(z, slice);
            cut.Scatter<float>(z, slice, planes, block);
        }
    }

    private void Store(AxisCut cut, Span1D planes, ushort[] block, RawVolumeFile file)
    {
        if (cut.Axis == Axis.Z)
        {
            for (var i = 0; i < planes.Length; i++)
                file.Write(planes.Start + i, 0, MemoryMarshal.AsBytes(block.AsSpan(i * cut.PlaneLength, cut.PlaneLength)));
            return;
        }
        var slice = new ushort[_task.Shape.SliceLength];
        for (var z = 0; z < _task.Shape.Depth; z++)
        {
            file.ReadSlice(z, MemoryMarshal.AsBytes(slice.AsSpan()));
            cut.Gather<ushort>(z, block, planes, slice);
            file.Write(z, 0, MemoryMarshal.AsBytes(slice.AsSpan()));
        }
    }

    private void Combine(ResultVolumes results)
    {
        var length = _task.Shape.SliceLength;
        Parallel.For(0, _task.Shape.Depth, new ParallelOptions
        {
            CancellationToken = _task.Job.CancellationToken,
            MaxDegreeOfParallelism = Math.Min(4, Environment.ProcessorCount),
        }, z =>
        {
            var (mean, own, plane) = (new float[length * _task.Phases], new float[length * _task.Phases], new ushort[length]);
            var labels = new byte[length];
            byte[][] votes = [.. _cuts.Select(_ => new byte[length])];
            for (var axis = 0; axis < _cuts.Count; axis++)
            {
                for (var phase = 0; phase < _task.Phases; phase++)
                {
                    _files[axis][phase].ReadSlice(z, MemoryMarshal.AsBytes(plane.AsSpan()));
                    for (var i = 0; i < length; i++)
                        own[(i * _task.Phases) + phase] = plane[i] / Scale;
                }
                Shares.MostProbable(own, _task.Phases, votes[axis]);
                for (var i = 0; i < mean.Length; i++)
                    mean[i] += own[i] / _cuts.Count;
            }
            Shares.MostProbable(mean, _task.Phases, labels);
            results.Write(z, labels, mean, _cuts.Count == 3 ? Disagreement(votes) : []);
        });
    }

    /// <summary>0 where all three axes say the same, 1 where one says something else, 2 where each says something else.</summary>
    private static byte[] Disagreement(byte[][] votes)
    {
        var result = new byte[votes[0].Length];
        for (var i = 0; i < result.Length; i++)
        {
            var (first, second, third) = (votes[0][i], votes[1][i], votes[2][i]);
            result[i] = (byte)(first == second && second == third ? 0 : first == second || second == third || first == third ? 1 : 2);
        }
        return result;
    }
}
