namespace VolumeViewer.Host.Tests.CommandLine;

/// <summary>Whatever the user gets wrong: exit code 2, a message that says what, no stack trace, no half file.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Cement => Path.Combine(TestFolders.Samples, "qim3d-cement", "cement_128x128x128.tif");

    private static string Slice(string name) => Path.Combine(TestFolders.Samples, "segmentpy-nmc", name);

    private void AssertRefused(string expected, params string[] words)
    {
        var before = Directory.GetFileSystemEntries(_folder.Path).Order().ToList();
        var run = ProgramRun.Of(words);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", run.Errors, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFileSystemEntries(_folder.Path).Order());
    }

    [Theory]
    [InlineData("info")]
    [InlineData("view")]
    public void AMissingFile_IsNamed(string command) => AssertRefused("nowhere.tif", command, "nowhere.tif");

    [Fact]
    public void TextRenamedToTif_IsToldApart()
    {
        File.WriteAllText(_folder.File("text.tif"), "This is no picture.");
        AssertRefused("text.tif", "info", _folder.File("text.tif"));
    }

    [Fact]
    public void ATruncatedTiff_IsRefusedBeforeAnythingIsWritten()
    {
        var bytes = File.ReadAllBytes(Cement);
        File.WriteAllBytes(_folder.File("half.tif"), bytes[..(bytes.Length / 2)]);
        AssertRefused("half.tif", "convert", _folder.File("half.tif"), _folder.File("out.tif"));
        AssertRefused("half.tif", "run", "segment.multi-otsu", "--in", _folder.File("half.tif"), "--out", _folder.File("out.tif"));
    }

    [Fact]
    public void LabelsOfOtherSizes_AreRefusedWithBothSizes() =>
        AssertRefused("499", "run", "measure.agreement", "--in", Slice("300_label.tif"), "--reference", Slice("1503_label.tif"));

    [Theory]
    [InlineData("--compare", "split", "side-by-side")]
    [InlineData("--compare", "flicker", "stands still")]
    [InlineData("--compare", "swipe", "needs two files")]
    [InlineData("--left", "1", "--compare")]
    [InlineData("--slab", "thick", "no thickness")]
    [InlineData("--slab", "5,median", "no thickness")]
    [InlineData("--plane", "0,0,0:1,1,1:2,2,2", "line")]
    [InlineData("--plane", "1,2", "three numbers")]
    [InlineData("--turn-slice", "w:90", "no axis 'w'")]
    [InlineData("--turn-slice", "z:left", "no turn")]
    [InlineData("--turn-slice", "90,upside-down", "no turn")]
    public void AViewThatCannotBe_IsRefusedWithWhatCan(string option, string value, string expected) =>
        AssertRefused(expected, "render", Cement, option, value, "--out", _folder.File("out.png"));

    [Fact]
    public void AnUnknownOperation_IsAnsweredWithThoseThereAre() => AssertRefused("segment.multi-otsu", "run", "segment.magic", "--in", Cement);

    [Fact]
    public void AnUnknownCommandOrOption_IsNamed()
    {
        AssertRefused("frobnicate", "frobnicate");
        AssertRefused("--colour", "info", Cement, "--colour");
    }

    [Fact]
    public void AParameterOutOfRange_IsToldWithItsRange() =>
        AssertRefused("--phases: 99 is not between", "run", "segment.multi-otsu", "--in", Cement, "--phases", "99", "--out", _folder.File("out.tif"));

    [Fact]
    public void AMissingInput_IsNamed() => AssertRefused("--in", "run", "segment.multi-otsu", "--out", _folder.File("out.tif"));

    [Fact]
    public void AnOutputInAMissingFolder_IsRefusedBeforeTheWork() =>
        AssertRefused("no-such-folder", "run", "segment.multi-otsu", "--in", Cement, "--out", _folder.File("no-such-folder/out.tif"));

    [Fact]
    public void AnOutputOfUnknownFormat_IsAnsweredWithTheFormats() =>
        AssertRefused(".tif", "run", "segment.multi-otsu", "--in", Cement, "--out", _folder.File("out.xyz"));

    [Fact]
    public void GreyValuesWhereLabelsBelong_AreRefused() => AssertRefused("not a label", "run", "measure.volume-fractions", "--in", Cement);

    [Fact]
    public void ARangeOfSlicesThatIsNone_IsToldWithTheSlicesThereAre() =>
        AssertRefused("0 to 127", "convert", Cement, _folder.File("out.tif"), "--slices", "100..200");

    [Fact]
    public void AFileInThePlaceOfARunFolder_IsRefused() =>
        AssertRefused("run.json", "run", "predict.network", "--in", Slice("300.tif"), "--model", _folder.Path, "--out", _folder.File("out.tif"));

    [Fact]
    public void BadInput_WithJson_IsToldAsJsonToo()
    {
        var run = ProgramRun.Of("info", "nowhere.tif", "--json");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(2, run.Json.GetProperty("exitCode").GetInt32());
        Assert.Contains("nowhere.tif", run.Json.GetProperty("error").GetString(), StringComparison.Ordinal);
    }
}
