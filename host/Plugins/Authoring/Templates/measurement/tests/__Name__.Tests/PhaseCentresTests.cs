using VolumeViewer.Sdk;

namespace __Name__.Tests;

public class PhaseCentresTests
{
    [Fact]
    public void Measure_OfABlockInAVolume_GivesItsShareAndCentre()
    {
        // 4 × 5 × 6 voxels of 2 × 3 × 4 µm; phase 1 is the block z 1–2, y 2–4, x 0–1.
        using var labels = new LabelVolume(new VolumeShape(4, 5, 6), PhaseTable.Named("pore", "grain"), new Spacing(2, 3, 4));
        for (var z = 1; z <= 2; z++)
        {
            for (var y = 2; y <= 4; y++)
                labels.Slice(z).Slice(y * 6, 2).Fill(1);
        }

        var grain = PhaseCentres.Measure(labels)[1];

        Assert.Equal(new PhaseCentre(Label: 1, Share: 12 / 120.0, Z: 4, Y: 10.5, X: 4), grain);
    }

    [Fact]
    public void Measure_LeavesUnlabelledVoxelsOut()
    {
        using var labels = new LabelVolume(new VolumeShape(1, 2, 2), PhaseTable.Named("pore", "grain"));
        labels.Slice(0)[0] = LabelVolume.Unlabelled;

        Assert.Equal(1, Assert.Single(PhaseCentres.Measure(labels)).Share);
    }
}
