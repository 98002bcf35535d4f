namespace VolumeViewer.Host.Tests.Plugins.Source;

/// <summary>Plugins of one file, as a user would write them.</summary>
internal static class Sources
{
    /// <summary>A network without a plugin class.</summary>
    public const string Network = """
        // id: tiny-net
        // version: 1.2.0
        // description: Two convolutions: fast, and not very good.
        // authors: A. Author, B. Author
        using TorchSharp;
        using VolumeViewer.Sdk;
        using VolumeViewer.Sdk.Neural;
        using static TorchSharp.torch;

        public sealed record TinyOptions
        {
            [Parameter("Width", Min = 1, Max = 64)]
            public int Width { get; init; } = 4;
        }

        public sealed class TinyNet : Network<TinyOptions>
        {
            public override string Id => "tiny-net";
            public override string Title => "Tiny";
            public override string Description => "";
            protected override NetworkGeometry Geometry(TinyOptions options) => new(dimensions: 2, alignment: 1, halo: 2);
            protected override nn.Module<Tensor, Tensor> Build(int inputs, int phases, TinyOptions options) => new Layers(inputs, phases, options.Width);

            private sealed class Layers : nn.Module<Tensor, Tensor>
            {
                private readonly nn.Module<Tensor, Tensor> _layers;

                public Layers(int inputs, int phases, int width) : base(nameof(TinyNet))
                {
                    _layers = nn.Sequential(nn.Conv2d(inputs, width, 3, padding: 1L), nn.ReLU(), nn.Conv2d(width, phases, 3, padding: 1L));
                    RegisterComponents();
                }

                public override Tensor forward(Tensor input) => _layers.call(input);
            }
        }
        """;

    /// <summary>A measurement with a plugin class; constant ids reached in several ways.</summary>
    public const string Measurement = """
        using VolumeViewer.Sdk;

        namespace Mine;

        public sealed class GreyPlugin : IPlugin
        {
            private const string Verb = "measure";

            public void Activate(IPluginContext context)
            {
                context.Register<IOperation>(new Operation<GreyParameters>($"{Verb}.mean-grey", "Mean grey", Measure)
                {
                    Inputs = [new OperationInput("in", InputKind.Image, "The image to measure.")],
                });
                context.Register<IOperation>(Failing());
                context.Register(new SampleData("nothing", "No data", _ => Task.FromResult<IReadOnlyList<Layer>>([])));
            }

            private static IOperation Failing() => new Operation<GreyParameters>(title: "Fails", id: "measure.failing", run: Fail);

            private static OperationResult Fail(OperationContext context, GreyParameters parameters) =>
                throw new InvalidOperationException("on line 22");

            private static unsafe OperationResult Measure(OperationContext context, GreyParameters parameters)
            {
                var volume = context.Image("in").Volume;
                var slice = new float[volume.Shape.SliceLength];
                double sum = 0;
                for (var z = 0; z < volume.Shape.Depth; z++)
                {
                    volume.ReadSlice(z, slice);
                    fixed (float* first = slice)
                    {
                        for (var i = 0; i < slice.Length; i++)
                            sum += first[i];
                    }
                }
                var mean = parameters.Factor * sum / volume.Shape.VoxelCount;
                return new OperationResult { Tables = [new Table("mean grey", new TableColumn("mean")).Add(mean)] };
            }
        }

        public sealed record GreyParameters
        {
            [Parameter("Factor")]
            public double Factor { get; init; } = 1;
        }
        """;

    /// <summary>A segmenter that is its own operation, without a plugin class.</summary>
    public const string Segmenter = """
        using VolumeViewer.Sdk;

        public sealed record HalfParameters
        {
            [Parameter("Share", Min = 0, Max = 1)]
            public double Share { get; init; } = 0.5;
        }

        public class HalfSegmenter : IOperation
        {
            public string Id { get; } = "segment.half";
            public string Title { get { return "Half of the range"; } }
            public string Description => "";
            public ParameterSchema Parameters { get; } = ParameterSchema.For(typeof(HalfParameters));
            public IReadOnlyList<OperationInput> Inputs { get; } = [new OperationInput("in", InputKind.Image, "To segment.")];
            public OutputKind Output => default;

            public Task<OperationResult> RunAsync(OperationContext context, object parameters)
            {
                var image = context.Image("in");
                var statistics = image.Statistics;
                var threshold = statistics.Minimum + (((HalfParameters)parameters).Share * (statistics.Maximum - statistics.Minimum));
                var labels = new LabelVolume(image.Shape, PhaseTable.Named("dark", "bright"), image.Spacing);
                var slice = new float[image.Shape.SliceLength];
                for (var z = 0; z < image.Shape.Depth; z++)
                {
                    image.Volume.ReadSlice(z, slice);
                    for (var i = 0; i < slice.Length; i++)
                        labels.Slice(z)[i] = (byte)(slice[i] > threshold ? 1 : 0);
                }
                return Task.FromResult(new OperationResult { Layers = [new LabelsLayer("halves", labels)] });
            }
        }
        """;

    /// <summary>A file that is no plugin until something is put before it.</summary>
    public const string Rest = """
        public sealed class P : VolumeViewer.Sdk.IPlugin
        {
            public void Activate(VolumeViewer.Sdk.IPluginContext context) { }
        }
        """;
}
