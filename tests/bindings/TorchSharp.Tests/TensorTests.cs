using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class TensorTests
{
    public static TheoryData<string, Action> Mistakes => new()
    {
        { "matmul", () => rand(2, 3).matmul(rand(4, 5)) },
        { "mm", () => rand(2, 3).mm(rand(4, 5)) },
        { "add", () => rand(2, 3).add(rand(4, 5)) },
        { "view", () => rand(2, 3).view(7) },
        { "max", () => rand(2, 3).max(9) },
        { "index", () => rand(2, 3)[5].ToSingle() },
        { "backward", () => rand(2, 3).sum().backward() },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Operation_WithWrongShapes_ThrowsExternalException(string name, Action mistake)
    {
        var error = Assert.Throws<ExternalException>(mistake);
        Assert.True(error.Message.Length > 10, name + ": " + error.Message);
        // Tensors work on after an error.
        Assert.Equal(3, ones(3).sum().ToSingle());
    }

    [Fact]
    public void Matmul_WithWrongShapes_NamesThem() =>
        Assert.Contains("2x3", Assert.Throws<ExternalException>(() => rand(2, 3).matmul(rand(4, 5))).Message);

    [Fact]
    public void TensorOfArray_OfThreeDimensions_KeepsTheOrder()
    {
        using var scope = NewDisposeScope();
        var array = new float[4, 5, 6];
        array[3, 1, 2] = 7;
        var made = tensor(array);
        Assert.Equal([4L, 5, 6], made.shape);
        Assert.Equal(7, made[3, 1, 2].ToSingle());
        Assert.Equal(7, made.data<float>()[3, 1, 2]);
        Assert.Equal(7, made.sum().ToSingle());
    }

    [Fact]
    public void FromArray_Always_SharesTheArraysMemory()
    {
        var array = new float[] { 1, 2, 3 };
        using var shared = from_array(array);
        using var copied = tensor(array);
        array[1] = 20;
        Assert.Equal(20, shared[1].ToSingle());
        Assert.Equal(2, copied[1].ToSingle());
    }

    [Fact]
    public void Data_OfATransposedTensor_FollowsItsIndices()
    {
        using var scope = NewDisposeScope();
        var turned = arange(6).reshape(2, 3).transpose(0, 1);
        Assert.Equal([0L, 3, 1, 4, 2, 5], turned.data<long>().ToArray());
        Assert.Equal(4, turned.data<long>()[1, 1]);
        Assert.Throws<InvalidOperationException>(() => turned.bytes.Length);
        Assert.Throws<ArgumentException>(() => turned.data<float>());
    }

    [Fact]
    public void Indexers_OfEveryKind_TakeWhatTheyName()
    {
        using var scope = NewDisposeScope();
        var x = arange(4 * 5 * 6).reshape(4, 5, 6);
        Assert.Equal(2 * 30 + 3 * 6 + 4, x[2, 3, 4].ToInt64());
        Assert.Equal(5, x[0, 0, -1].ToInt64());
        Assert.Equal([4L, 5], x[TensorIndex.Ellipsis, 1].shape);
        Assert.Equal([2L, 6], x[1..3, 2].shape);
        Assert.Equal([4L, 1, 5, 3], x[TensorIndex.Colon, TensorIndex.None, TensorIndex.Colon, TensorIndex.Slice(0, null, 2)].shape);
        Assert.Equal([4L, 5, 2], x[TensorIndex.Ellipsis, TensorIndex.Tensor(tensor(new long[] { 1, 3 }))].shape);
        Assert.Equal([1L, 31, 61, 91], x[TensorIndex.Colon, 0, TensorIndex.Tensor(tensor(new long[] { 1 }))].reshape(4).data<long>().ToArray());
        Assert.Equal(119, x[x > 0].shape[0]);
        Assert.Equal([3L, 6], x[2, TensorIndex.Tensor(tensor(new[] { true, false, true, true, false }))].shape);
        Assert.Equal([4L, 2], x[TensorIndex.Colon, TensorIndex.Tensor(eye(5, 6).to(@bool) & (arange(6) < 2))].shape);
    }

    [Fact]
    public void IndexAssignment_OfEveryKind_WritesThere()
    {
        using var scope = NewDisposeScope();
        var x = zeros(4, 5, 6);
        x[1, 2, 3] = 7f;
        x[2..4, 0] = ones(6);
        x[TensorIndex.Tensor(tensor(new long[] { 0, 1 })), 4, 5] = tensor(new[] { 3f, 4f });
        Assert.Equal(7, x[1, 2, 3].ToSingle());
        Assert.Equal(12, x[TensorIndex.Colon, 0].sum().ToSingle());
        Assert.Equal(4, x[1, 4, 5].ToSingle());
        Assert.Equal(7 + 12 + 7, x.sum().ToSingle());
        x[x > 2] = 0f;
        Assert.Equal(12, x.sum().ToSingle());
    }

    [Fact]
    public void Equality_OfTensors_IsElementWise()
    {
        using var scope = NewDisposeScope();
        var equal = tensor(new long[] { 1, 2, 3 }) == tensor(new long[] { 1, 0, 3 });
        Assert.Equal([true, false, true], equal.data<bool>().ToArray());
        Assert.True(ones(3).Equals(ones(3)));
    }

    [Fact]
    public void Reductions_OfASmallTensor_GiveTheirClosedForms()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new float[] { 1, 2, 3, 4, 5, 6 }, [2, 3]);
        Assert.Equal([5f, 7, 9], x.sum(0L).data<float>().ToArray());
        Assert.Equal([2f, 5], x.mean([1]).data<float>().ToArray());
        Assert.Equal(3.5f, x.var().ToSingle(), 1e-5f);
        Assert.Equal(6, x.max().ToSingle());
        Assert.Equal([2L, 2], x.argmax(1).data<long>().ToArray());
        Assert.Equal([6f, 5], x.flatten().topk(2).values.data<float>().ToArray());
        Assert.Equal([2L, 2], x.split([1, 2], 1)[1].shape);
        Assert.Equal(3.5f, x.flatten().quantile(tensor(0.5f)).ToSingle());
        Assert.Equal([0L, 2, 1], tensor(new long[] { 1, 2, 1 }).bincount(null).data<long>().ToArray());
        Assert.Equal([2f, 4], x.histc(2, 0, 6).data<float>().ToArray());
    }

    [Fact]
    public void Save_ThenLoad_GivesTheTensorBack()
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString());
        try
        {
            using var scope = NewDisposeScope();
            var x = rand(4, 5, 6);
            save(x, path);
            Assert.True(load(path).Equals(x));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void RngState_SavedAndRestored_ContinuesTheSequence()
    {
        using var scope = NewDisposeScope();
        manual_seed(42);
        _ = randn(7);
        var state = get_rng_state();
        var first = randn(5);
        _ = randn(3);
        set_rng_state(state);
        Assert.True(randn(5).Equals(first));

        using var generator = new Generator(5);
        var own = generator.get_state();
        var drawn = rand(4, generator: generator);
        generator.set_state(own);
        Assert.True(rand(4, generator: generator).Equals(drawn));
        Assert.True(rand(4, generator: new Generator(5)).Equals(drawn));
    }

    [Fact]
    public void NoGrad_WithinItsScope_RecordsNothing()
    {
        using var scope = NewDisposeScope();
        var x = ones(3, requires_grad: true);
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((x * 2).requires_grad);
        }
        Assert.True(is_grad_enabled());
        (x * x).sum().backward();
        Assert.Equal([2f, 2, 2], x.grad!.data<float>().ToArray());
        using (inference_mode())
            Assert.False((x * 2).requires_grad);
    }

    [Fact]
    public void LargeAllocations_Repeated_StayWithTheProcess()
    {
        // Were each block of 64 MiB given back to the kernel, its pages would be faulted in again every time: 16384 of 4 KiB, or 32 of 2 MiB.
        using var scope = NewDisposeScope();
        for (var i = 0; i < 3; i++)
            empty(16 << 20).fill_(1).Dispose();
        var before = MinorFaults();
        for (var i = 0; i < 20; i++)
            empty(16 << 20).fill_(1).Dispose();
        Assert.True(MinorFaults() - before < 20 * 16, $"{MinorFaults() - before} page faults.");
    }

    private static long MinorFaults()
    {
        // Field 10 of /proc/self/stat, counted after the command's closing parenthesis, which is field 2.
        var stat = File.ReadAllText("/proc/self/stat");
        return long.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[7]);
    }
}
