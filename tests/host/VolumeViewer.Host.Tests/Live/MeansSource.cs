namespace VolumeViewer.Host.Tests.Live;

/// <summary>A live segmenter as a stranger would write it: each voxel gets the phase whose strokes have the nearest mean grey. What it does wrong is chosen.</summary>
internal static class MeansSource
{
    public static string Text(string title = "Nearest mean") => $$"""
        using System;
        using System.Linq;
        using System.Threading;
        using VolumeViewer.Sdk;

        public enum Fault { None, StartThrows, LearnThrows, PredictThrows, BadLabel, BadSlice, Waits }

        public sealed record MeansParameters
        {
            [Parameter("Fault")]
            public Fault Fault { get; init; }
        }

        public sealed class Means : ILiveSegmenter
        {
            public string Id => "means";
            public string Title => "{{title}}";
            public string Description => "The phase of the nearest mean grey.";
            public ParameterSchema Parameters { get; } = ParameterSchema.For(typeof(MeansParameters));

            public ILiveSession Start(LiveContext context, object parameters)
            {
                var fault = ((MeansParameters)parameters).Fault;
                if (fault == Fault.StartThrows)
                    throw new InvalidOperationException("no start");
                return new Session(context, fault);
            }

            private sealed class Session(LiveContext context, Fault fault) : ILiveSession, ISliceRanking
            {
                private double[] _means = [];

                public void Learn(LiveStrokes strokes, VoxelBox changed, IProgress<JobProgress>? progress, CancellationToken token)
                {
                    if (fault == Fault.LearnThrows)
                        throw new InvalidOperationException("no learning");
                    while (fault == Fault.Waits)
                    {
                        token.ThrowIfCancellationRequested();
                        Thread.Sleep(2);
                    }
                    if (strokes.Counts.Any(count => count == 0))
                        throw new UserException("Paint every phase.");
                    var (sums, slice) = (new double[strokes.Phases.Count], new float[strokes.Shape.SliceLength]);
                    foreach (var z in strokes.Slices)
                    {
                        context.Image.ReadSlice(z, slice);
                        var labels = strokes.Slice(z);
                        for (var i = 0; i < slice.Length; i++)
                        {
                            if (labels[i] != LabelVolume.Unlabelled)
                                sums[labels[i]] += slice[i];
                        }
                    }
                    _means = [.. sums.Select((sum, phase) => sum / strokes.Counts[phase])];
                }

                public void Predict(LiveRegion region, IProgress<JobProgress>? progress, CancellationToken token)
                {
                    if (fault == Fault.PredictThrows)
                        throw new InvalidOperationException("no predicting");
                    var (box, width) = (region.Box, context.Image.Shape.Width);
                    var slice = new float[context.Image.Shape.SliceLength];
                    Span<float> shares = stackalloc float[_means.Length];
                    var at = 0;
                    for (var z = box.Z; z <= box.LastZ; z++)
                    {
                        context.Image.ReadSlice(z, slice);
                        for (var y = box.Y; y < box.Y + box.Height; y++)
                        {
                            for (var x = box.X; x < box.X + box.Width; x++)
                            {
                                var grey = slice[(y * width) + x];
                                var nearest = Array.IndexOf(_means, _means.MinBy(mean => Math.Abs(mean - grey)));
                                shares.Clear();
                                shares[nearest] = 1;
                                region.Set(at++, shares);
                            }
                        }
                    }
                    if (fault == Fault.BadLabel)
                        region.Labels.Span[0] = (byte)_means.Length;
                }

                public System.Collections.Generic.IReadOnlyList<SliceSuggestion> RankSlices(int count, IProgress<JobProgress>? progress, CancellationToken token) =>
                    [new SliceSuggestion(fault == Fault.BadSlice ? 1000 : 2, 1, 0.5, 1, "because")];

                public void Dispose() { }
            }
        }
        """;
}
