using System.Numerics;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

public sealed class TexturePlanTests
{
    private static readonly VolumeShape Shape = new(40, 50, 60);

    [Fact]
    public void Make_WhatFits_IsNotReduced()
    {
        var plan = TexturePlan.Make(Shape, Spacing.Isotropic(0.5), 2, 60, Shape.VoxelCount * 2);
        Assert.False(plan.IsReduced);
        Assert.Null(plan.Notice("a"));
        Assert.Equal(Shape, plan.Size);
        Assert.Equal(new Vector3(30, 25, 20), plan.Extent);
    }

    [Fact]
    public void Make_ALongEdge_IsReducedAlongThatEdgeOnly()
    {
        var plan = TexturePlan.Make(Shape, Spacing.Isotropic(1), 1, 55, long.MaxValue);
        Assert.Equal(new VolumeShape(40, 50, 30), plan.Size);
        Assert.Equal(new Vector3(2, 1, 1), plan.Voxel);
    }

    [Fact]
    public void Make_ASmallBudget_ThinsOutTheFinestAxisFirst()
    {
        var plan = TexturePlan.Make(Shape, new Spacing(4, 1, 1), 1, 2048, Shape.VoxelCount / 4);
        Assert.Equal((1, 2, 2), (plan.FactorZ, plan.FactorY, plan.FactorX));
    }

    [Fact]
    public void Make_AnUnevenLength_CoversTheVolumeAndSaysHowFarItReachesPast()
    {
        var plan = TexturePlan.Make(new VolumeShape(4, 5, 7), Spacing.Isotropic(1), 1, 4, long.MaxValue);
        Assert.Equal(new VolumeShape(4, 3, 4), plan.Size);
        Assert.Equal(new Vector3(7, 5, 4), plan.Extent);
        Assert.Equal(new Vector3(8, 6, 4), plan.TextureExtent);
    }

    [Fact]
    public void Notice_OfAReducedPlan_NamesTheLayerAndBothSizes()
    {
        var notice = TexturePlan.Make(Shape, Spacing.Isotropic(1), 1, 30, long.MaxValue).Notice("cell");
        Assert.Contains("'cell'", notice);
        Assert.Contains("40 × 50 × 60", notice);
        Assert.Contains("20 × 25 × 30", notice);
    }

    [Fact]
    public void Make_ABudgetOfNothing_StillEnds() =>
        Assert.Equal(new VolumeShape(1, 1, 1), TexturePlan.Make(new VolumeShape(4, 5, 6), Spacing.Isotropic(1), 1, 2048, 0).Size);
}
