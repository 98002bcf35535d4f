using TorchSharp.Modules;

using static TorchSharp.torch;

namespace Networks.Tests;

/// <summary>The facts that tiling needs are true for every network.</summary>
public class TilingContractTests
{
    public static TheoryData<string, string, int> Cases
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (var id in AllNetworks.Ids)
            {
                for (var axis = 0; axis < AllNetworks.Get(id).Geometry(AllNetworks.Options(AllNetworks.Get(id))).Dimensions; axis++)
                    data.Add(id, "", axis);
                data.Add(id, "kernel-size=5,normalisation=channel", 0);
                if (AllNetworks.Get(id).Options.Items.Any(item => item.Name == "poolings"))
                    data.Add(id, "poolings=2,convolutions=3", 1);
            }
            return data;
        }
    }

    // Of random weights those that reach furthest matter least, and one halo serves every place in a pooling block.
    [Theory, MemberData(nameof(Cases))]
    public void Halo_IsWhatTheResultDependsOn_AndHardlyMore(string id, string text, int axis)
    {
        var network = AllNetworks.Get(id);
        var options = AllNetworks.Options(network, $"activation=leaky-relu,{text}", kernels: 4);
        var geometry = network.Geometry(options);
        using var scope = NewDisposeScope();
        using var inference = no_grad();
        using var module = AllNetworks.Build(network, options);
        module.eval();
        var half = (geometry.Halo / geometry.Alignment) + 1;
        var counts = Enumerable.Range(0, 3).Select(each => each == axis ? 2 * half : 1).ToArray();
        var input = randn(AllNetworks.Shape(geometry, 1, 1, counts));
        var (at, boundary) = (2 + axis, half * geometry.Alignment);
        var furthest = 0;
        foreach (var left in (bool[])[true, false])
        {
            var changed = input.clone();
            changed.narrow(at, left ? 0 : boundary, boundary).mul_(-100);
            var differs = module.call(input).sub(module.call(changed)).ne(0).movedim([at], [0]).flatten(1).any(1).data<bool>().ToArray();
            var distance = left ? Array.FindLastIndex(differs, each => each) - boundary + 1 : boundary - Array.FindIndex(differs, each => each);
            furthest = Math.Max(furthest, distance);
        }
        Assert.InRange(furthest, geometry.Halo - (2 * geometry.Alignment) + 1, geometry.Halo);
    }

    // In pairs, since to single small images torch applies a convolution that sums in another order.
    [Theory, MemberData(nameof(NetworkContractTests.WithInputs), MemberType = typeof(NetworkContractTests))]
    public void Forward_OfAPatchWithItsHalo_EqualsTheWhole(string id, int inputs)
    {
        var network = AllNetworks.Get(id);
        var options = AllNetworks.Options(network, "kernel-size=3", kernels: 2);
        var geometry = network.Geometry(options);
        using var scope = NewDisposeScope();
        using var inference = no_grad();
        using var module = AllNetworks.Build(network, options, inputs);
        // Running means and deviations other than 0 and 1.
        module.train();
        module.call(randn(AllNetworks.Shape(geometry, 2, inputs, 2, 2, 2)));
        module.eval();
        var halo = geometry.Halo / geometry.Alignment;
        var input = randn(AllNetworks.Shape(geometry, 2, inputs, 2, (2 * halo) + 3, 2));
        var whole = module.call(input);
        // Torch rounds the sums of a transposed convolution by how many places it has, and nothing after it makes more of that. Where maxima are put back
        // by index a last bit could move one to another voxel, so there the result must be the same bit by bit.
        var rounds = module.modules().Any(child => child is ConvTranspose2d or ConvTranspose3d);
        // A core of one alignment within its halo, and one at the border of the whole.
        foreach (var (start, end, core) in new[] { (1, (2 * halo) + 2, halo + 1), (0, halo + 1, 0) })
        {
            var patch = module.call(input.narrow(3, start * geometry.Alignment, (end - start) * geometry.Alignment).contiguous());
            var part = patch.narrow(3, (core - start) * geometry.Alignment, geometry.Alignment);
            var expected = whole.narrow(3, core * geometry.Alignment, geometry.Alignment);
            if (rounds)
                Assert.True(part.allclose(expected, rtol: 1e-4, atol: 1e-5));
            else
                Assert.Equal(expected.contiguous().data<float>().ToArray(), part.contiguous().data<float>().ToArray());
        }
    }
}
