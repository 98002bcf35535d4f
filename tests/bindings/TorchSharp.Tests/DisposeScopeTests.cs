using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class DisposeScopeTests
{
    private static long Live => DisposeScopeManager.Statistics.ThreadTotalLiveCount;

    [Fact]
    public void Scope_AtItsEnd_DisposesWhatWasMadeInIt()
    {
        var before = Live;
        Tensor inside;
        using (NewDisposeScope())
        {
            inside = ones(4, 5, 6) + 1;
            Assert.Equal(before + 2, Live);
        }
        Assert.True(inside.IsInvalid);
        Assert.Equal(before, Live);
        Assert.Throws<InvalidOperationException>(() => inside.sum());
    }

    [Fact]
    public void MoveToOuterDisposeScope_FromTheInnerOfTwo_LivesUntilTheOuterEnds()
    {
        Tensor moved;
        using (NewDisposeScope())
        {
            using (NewDisposeScope())
                moved = arange(6).MoveToOuterDisposeScope();
            Assert.Equal(15, moved.sum().ToInt64());
        }
        Assert.True(moved.IsInvalid);
    }

    [Fact]
    public void DetachFromDisposeScope_Always_LeavesTheTensorToTheCaller()
    {
        Tensor kept;
        using (NewDisposeScope())
            kept = arange(4).DetachFromDisposeScope();
        Assert.False(kept.IsInvalid);
        kept.Dispose();
        kept.Dispose();
        Assert.True(kept.IsInvalid);
    }

    [Fact]
    public void DisposeEverythingBut_OneTensor_KeepsIt()
    {
        using var scope = NewDisposeScope();
        var (kept, lost) = (ones(2), ones(3));
        scope.DisposeEverythingBut(kept);
        Assert.False(kept.IsInvalid);
        Assert.True(lost.IsInvalid);
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Fact]
    public void Operations_OverIndexersOperatorsAndSteps_LeakNoHandle()
    {
        void Work()
        {
            using var scope = NewDisposeScope();
            var x = rand(4, 5, 6);
            x[TensorIndex.Ellipsis, 2] = 1f;
            _ = (1 / (x[1..3, TensorIndex.Colon, 0] + 1)).sum().ToSingle();
            _ = x.unique();
            _ = x[x > 0.5f].split(2);
            x.add_(1).mul_(2);
        }

        Work();
        var before = Live;
        for (var i = 0; i < 10; i++)
            Work();
        Assert.Equal(before, Live);
    }

    [Fact]
    public void Finalizer_OfAForgottenTensor_FreesIt()
    {
        static void Forget()
        {
            for (var i = 0; i < 1000; i++)
                _ = ones(10);
        }

        var before = Tensor.TotalCount;
        Forget();
        for (var i = 0; i < 20 && Tensor.TotalCount > before + 500; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.True(Tensor.TotalCount < before + 500, $"{Tensor.TotalCount - before} of 1000 tensors are still counted.");
    }
}
