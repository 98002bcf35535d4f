using System.Globalization;

using TorchSharp.Modules;

using VolumeViewer.Plugins.Networks;
using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace Networks.Tests;

/// <summary>Sizes: against what was published or counted elsewhere, and against the table in docs/networks.md.</summary>
public class NetworkSizeTests
{
    public static TheoryData<string> Ids => NetworkContractTests.Ids;

    // Published: the 3-D U-Net of the paper has 19 069 955 (Çiçek et al. 2016, section 2), which leaves its normalisations out.
    // Counted with PyTorch 1.13 from layers written down there anew: the others; for the U-Net that is also what the widely used program
    // milesial/Pytorch-UNet has.
    [Theory]
    [InlineData("u-net-3d", "kernels=32,normalisation=none", 3, 3, 19_069_955)]
    [InlineData("u-net", "kernels=64", 3, 2, 31_037_698)]
    [InlineData("segnet", "kernels=64", 3, 11, 29_441_419)]
    [InlineData("residual-u-net", "kernels=64", 3, 2, 32_436_418)]
    [InlineData("lrcs-net", "kernels=32", 1, 3, 878_627)]
    [InlineData("lrcs-net-deep", "kernels=32", 1, 3, 878_627)]
    [InlineData("lrcs-net-skip", "kernels=32", 1, 3, 1_127_523)]
    [InlineData("xlearn", "kernels=32,window=256,normalisation=none", 1, 3, 2_340_484)]
    public void Build_HasAsManyWeightsAsCountedElsewhere(string id, string text, int inputs, int phases, long expected)
    {
        var network = AllNetworks.Get(id);
        using var module = network.Build(inputs, phases, network.Options.BindText(text));
        Assert.Equal(expected, Count(module));
    }

    // The published count of VGG-16's convolutions.
    [Fact]
    public void Build_OfSegNet_HasTheConvolutionsOfVgg16OnItsWayDown()
    {
        var network = AllNetworks.Get("segnet");
        using var module = network.Build(3, 11, network.Options.BindText("kernels=64,normalisation=none"));
        Assert.Equal(14_714_688, module.named_children().Where(child => child.name.StartsWith("encoder")).Sum(child => Count(child.module)));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Documentation_TellsTheSizeOfEveryNetwork(string id)
    {
        var network = AllNetworks.Get(id);
        var options = network.Options.CreateDefault();
        var geometry = network.Geometry(options);
        using var scope = NewDisposeScope();
        using var module = network.Build(1, 3, options);
        string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ');
        string[] expected =
        [
            $"{geometry.Dimensions}-D", $"{geometry.Alignment}", ((ILayered)network).Field(options).Width().ToString("0.#", CultureInfo.InvariantCulture),
            $"{geometry.Halo}", Number(Count(module)), Number((long)Math.Round(Multiplications(module, geometry))),
        ];
        Assert.Equal(string.Join(" | ", expected), string.Join(" | ", DocumentedRow(id)[1..]));
    }

    private static long Count(nn.Module module) => module.parameters().Sum(parameter => parameter.numel());

    /// <summary>Multiplications for each voxel of the input, counted at every convolution while it runs.</summary>
    private static double Multiplications(nn.Module<Tensor, Tensor> module, NetworkGeometry geometry)
    {
        double sum = 0;
        var voxels = Math.Pow(geometry.Alignment, geometry.Dimensions);
        foreach (var convolution in module.modules().OfType<Convolution>())
        {
            var weights = convolution.parameters().First(parameter => parameter.dim() == geometry.Dimensions + 2).numel();
            convolution.register_forward_hook((_, input, output) =>
            {
                // A transposed one multiplies once for each place it starts from, the others for each they arrive at.
                var places = (convolution is ConvTranspose2d or ConvTranspose3d ? input : output).shape[2..].Aggregate(1L, (product, length) => product * length);
                sum += (double)weights * places / voxels;
                return output;
            });
        }
        using var inference = no_grad();
        module.eval();
        module.call(zeros(AllNetworks.Shape(geometry, 1, 1, 1, 1, 1)));
        return sum;
    }

    private static string[] DocumentedRow(string id) => File.ReadLines(Documentation()).Where(line => line.StartsWith($"| `{id}` |"))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]).FirstOrDefault()
        ?? throw new InvalidOperationException($"docs/networks.md has no row for {id}.");

    private static string Documentation()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Combine(folder, "docs", "networks.md") is var path && File.Exists(path))
                return path;
        }
        throw new FileNotFoundException("docs/networks.md is not above the tests.");
    }
}
