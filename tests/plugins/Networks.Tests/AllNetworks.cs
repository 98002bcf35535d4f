using VolumeViewer.Plugins.Networks;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace Networks.Tests;

/// <summary>Every network that the plugin registers, small enough to be tried in a moment. A new one is tested without a line here.</summary>
internal static class AllNetworks
{
    // Where the usual options make a network too large to be tried often.
    private static readonly Dictionary<string, string> Small = new() { ["segnet"] = "poolings=3,convolutions=2", ["xlearn"] = "window=16" };

    public static IReadOnlyList<INetwork> All { get; } = Registered();

    public static IEnumerable<string> Ids => All.Select(network => network.Id);

    /// <summary>Each for one slice, and those for slices also for three neighbouring ones.</summary>
    public static IEnumerable<(string Id, int Inputs)> WithInputs => All.SelectMany(network =>
        network.Geometry(network.Options.CreateDefault()).Dimensions == 2 ? [(network.Id, 1), (network.Id, 3)] : new[] { (network.Id, 1) });

    public static INetwork Get(string id) => All.Single(network => network.Id == id);

    /// <summary>Options for a width of few kernels, with what is given last.</summary>
    public static object Options(INetwork network, string text = "", int kernels = 3) => network.Options.BindText(
        $"kernels={kernels},{Small.GetValueOrDefault(network.Id, "")},{text}");

    public static nn.Module<Tensor, Tensor> Build(INetwork network, object options, int inputs = 1, int phases = 3, int seed = 1)
    {
        manual_seed(seed);
        return network.Build(inputs, phases, options);
    }

    /// <summary>(batch, channels, lengths …): each length of the shape is the given number of alignments.</summary>
    public static long[] Shape(NetworkGeometry geometry, int batch, int channels, params IReadOnlyList<int> alignments) =>
        [batch, channels, .. alignments.Take(geometry.Dimensions).Select(count => (long)count * geometry.Alignment)];

    private static List<INetwork> Registered()
    {
        var context = new Context();
        new NetworksPlugin().Activate(context);
        return context.Networks;
    }

    private sealed class Context : IPluginContext
    {
        public List<INetwork> Networks { get; } = [];

        public string Folder => AppContext.BaseDirectory;

        public IDisposable Register<T>(T contribution) where T : class, IContribution
        {
            Networks.Add(Assert.IsAssignableFrom<INetwork>(contribution));
            return new MemoryStream();
        }
    }
}
