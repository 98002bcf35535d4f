using System.Buffers.Binary;
using System.IO.Compression;

using VolumeViewer.Plugins.Synthesis.Bias.Report;
using VolumeViewer.Plugins.Synthesis.Bias.Study;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Tests.Bias;

public class StudyPartsTests
{
    // A box of 2 × 3 × 4 voxels inside: 2 · (3·4 + 2·4 + 2·3) faces, each of its own area.
    [Fact]
    public void Measure_OfABox_CountsItsVoxelsAndFaces()
    {
        using var labels = Phantoms.Make(new(6, 7, 8), (z, y, x) => z is 2 or 3 && y is >= 2 and < 5 && x is >= 1 and < 5 ? 1 : 0, 3, new Spacing(2, 0.5, 0.25));
        var properties = QuickProperties.Measure(labels).ToDictionary(each => each.Name);
        Assert.Equal(24 / 336.0, properties["volume fraction NMC"].Value, 1e-12);
        var area = 2 * ((3 * 4 * 0.5 * 0.25) + (2 * 4 * 2 * 0.25) + (2 * 3 * 2 * 0.5));
        Assert.Equal(2.0 / 3 * area / (336 * 2 * 0.5 * 0.25), properties["interface area pore/NMC"].Value, 1e-12);
        Assert.Equal("1/µm", properties["interface area pore/NMC"].Unit);
        Assert.Equal(0, properties["interface area NMC/CBD"].Value);
    }

    [Fact]
    public void Measure_OfASphere_GivesItsArea()
    {
        using var labels = Phantoms.Make(new(48, 48, 48), (z, y, x) => Math.Pow(z - 23.5, 2) + Math.Pow(y - 23.5, 2) + Math.Pow(x - 23.5, 2) < 400 ? 1 : 0);
        Assert.Equal(4 * Math.PI * 400 / Math.Pow(48, 3), QuickProperties.Measure(labels)[^1].Value, 0.0005);
    }

    [Fact]
    public void Vote_CountsEveryLabelling()
    {
        using var first = Phantoms.Make(new(1, 1, 4), (_, _, x) => x == 3 ? LabelVolume.Unlabelled : 0, 3);
        using var second = Phantoms.Make(new(1, 1, 4), (_, _, x) => x == 3 ? LabelVolume.Unlabelled : x, 3);
        using var third = Phantoms.Make(new(1, 1, 4), (_, _, x) => x == 3 ? LabelVolume.Unlabelled : x == 2 ? 1 : x, 3);
        var vote = new Vote(first.Shape, first.Phases, first.Spacing);
        vote.Add(first);
        vote.Add(second);
        vote.Add(third);
        var (majority, entropy) = vote.Result();
        Assert.Equal([0, 1, 0, 255], majority.Bytes());
        var two = -((Math.Log(1 / 3.0) / 3) + (Math.Log(2 / 3.0) * 2 / 3)) / Math.Log(3);
        Assert.Equal([0, two, 1, 0], entropy.Slice(0).ToArray().Select(value => Math.Round(value, 6)), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Summary_TellsLabellingFromTraining()
    {
        var summary = new PropertySummary("ε", "", 0.5, 0.49, [0.55, 0.57, 0.53], [0.54, 0.56]);
        Assert.Equal(0.55, summary.Mean, 1e-12);
        Assert.Equal(0.02, summary.Spread, 1e-12);
        // The first annotator belongs to the trainings with equal labels.
        Assert.Equal(0.01, summary.TrainingSpread, 1e-12);
        Assert.Equal(Math.Sqrt(3e-4), summary.LabellerSpread, 1e-12);
        Assert.Equal(0.09 / 0.5, summary.Uncertainty, 1e-12);
        Assert.Equal("not robust", summary.Verdict(0.05));
        Assert.Equal("sensitive", summary.Verdict(0.07));
        Assert.Equal("robust", summary.Verdict(0.19));
        Assert.Equal("unknown", (summary with { Annotators = [0.5, double.PositiveInfinity] }).Verdict(0.05));
    }

    [Fact]
    public void Read_OfOtherMeasures_FindsPhaseAndAxis()
    {
        var tables = new[]
        {
            new Table("other", new TableColumn("thing")).Add("x"),
            new Table("transport", new("phase"), new("axis"), new("Tortuosity factor", "", "0.000"), new("± 95 %")).Add("pore", "z", 1.5, null).Add("NMC", "z", double.PositiveInfinity, null),
        };
        var read = OtherProperties.Read(tables, ["τ", "tortuosity factor"], "tortuosity factor").ToList();
        Assert.Equal([new("tortuosity factor pore along z", "", 1.5), new("tortuosity factor NMC along z", "", double.PositiveInfinity)], read);
    }

    [Fact]
    public void Outcome_ReadFromItsFile_IsTheSame()
    {
        var path = Path.GetTempFileName();
        try
        {
            var outcome = new RunOutcome(new Agreement(0.9, 0.8), [new MaterialProperty("τ", "", double.PositiveInfinity), new MaterialProperty("ε", "1/µm", 0.1)]);
            File.WriteAllText(path, outcome.ToJson());
            var read = RunOutcome.Read(path);
            Assert.Equal(outcome.Agreement, read.Agreement);
            Assert.Equal(outcome.Properties, read.Properties);
            File.WriteAllText(path, "{}");
            Assert.Contains("is damaged", Assert.Throws<UserException>(() => RunOutcome.Read(path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Encode_GivesAPictureThatUnpacksToItsPixels()
    {
        byte[] rgb = [255, 0, 0, 0, 255, 0, 0, 0, 255, 1, 2, 3, 4, 5, 6, 7, 8, 9];
        var png = Png.Encode(3, rgb);
        Assert.Equal((3, 2), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33));
        using var zlib = new ZLibStream(new MemoryStream(png, 41, length), CompressionMode.Decompress);
        using var lines = new MemoryStream();
        zlib.CopyTo(lines);
        Assert.Equal([0, .. rgb[..9], 0, .. rgb[9..]], lines.ToArray());
        // The checksum of an empty IEND chunk is known.
        Assert.Equal(0xAE426082, BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(png.Length - 4)));
    }

    [Fact]
    public void Scale_PutsTicksAtRoundNumbersWithinTheValues()
    {
        var scale = new Scale([0, 1, double.NaN], 100, 200);
        Assert.Equal([0, 0.2, 0.4, 0.6, 0.8, 1], scale.Ticks.Select(tick => Math.Round(tick, 9)));
        Assert.Equal(150, scale.At(0.5), 1e-9);
        Assert.Equal("0.5", scale.Label(0.5));
    }
}
