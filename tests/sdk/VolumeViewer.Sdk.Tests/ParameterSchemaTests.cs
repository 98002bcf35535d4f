namespace VolumeViewer.Sdk.Tests;

public class ParameterSchemaTests
{
    public enum Kind
    {
        Simple,
        VeryComplex,
    }

    public sealed record Example
    {
        [Parameter("Kernel size", Min = 1, Max = 11, Help = "Edge of a kernel.")]
        public int KernelSize { get; init; } = 3;

        [Parameter("Rate", Min = 0)]
        public double LearningRate { get; init; } = 1e-3;

        [Parameter("Augment")]
        public bool Augment { get; init; } = true;

        [Parameter("Kind")]
        public Kind Kind { get; init; }

        [Parameter("Name")]
        public string Name { get; init; } = "a";

        [Parameter("Fractions", Min = 0, Max = 1)]
        public IReadOnlyList<double> Fractions { get; init; } = [0.5, 0.5];

        [Parameter("Limit")]
        public int? Limit { get; init; }

        public int NotAParameter { get; init; } = 9;
    }

    public abstract record Shared
    {
        [Parameter("First")]
        public int First { get; init; } = 1;
    }

    public sealed record Derived : Shared
    {
        [Parameter("Second")]
        public int Second { get; init; } = 2;
    }

    private static readonly ParameterSchema Schema = ParameterSchema.For(typeof(Example));

    [Fact]
    public void Items_OfADerivedRecord_BeginWithThoseOfItsBase() =>
        Assert.Equal(["first", "second"], ParameterSchema.For(typeof(Derived)).Items.Select(item => item.Name));

    [Theory]
    [InlineData("KernelSize", "kernel-size")]
    [InlineData("ROISize", "roi-size")]
    [InlineData("A", "a")]
    public void KebabCase_OfPropertyNames_SplitsWords(string name, string expected) => Assert.Equal(expected, ParameterSchema.KebabCase(name));

    [Fact]
    public void Bind_Texts_FillsTheRecordAndKeepsTheOtherDefaults()
    {
        var bound = (Example)Schema.Bind([new("kernel-size", "5"), new("kind", "very-complex"), new("fractions", "0.25,0.75"), new("augment", "false"), new("limit", "4")]);
        Assert.Equal((5, Kind.VeryComplex, false, 4, 1e-3), (bound.KernelSize, bound.Kind, bound.Augment, bound.Limit!.Value, bound.LearningRate));
        Assert.Equal([0.25, 0.75], bound.Fractions);
    }

    [Fact]
    public void Bind_WithManyFaults_TellsAllAtOnce()
    {
        var problem = Assert.Throws<ParameterException>(() => Schema.Bind(
            [new("kernel-size", "12"), new("learning-rate", "-1"), new("kind", "odd"), new("augment", "maybe"), new("speed", "1"), new("fractions", "0.5,1.5")]));
        Assert.Equal(6, problem.Faults.Count);
        Assert.Equal("--kernel-size: 12 is not between 1 and 11.", problem.Faults[0]);
        Assert.Equal("--kind: odd is not one of simple, very-complex.", problem.Faults[2]);
        Assert.Contains("there are: kernel-size", problem.Faults[4], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("three")]
    [InlineData("")]
    public void Bind_WhatIsNoNumber_IsRefused(string text) => Assert.Throws<ParameterException>(() => Schema.Bind([new("learning-rate", text)]));

    [Fact]
    public void ToTexts_ThenBind_GivesAnEqualRecord()
    {
        var record = new Example { LearningRate = 0.1 + 0.2, Kind = Kind.VeryComplex, Name = "x", Limit = null };
        var again = (Example)Schema.Bind(Schema.ToTexts(record));
        Assert.Equal(record with { Fractions = again.Fractions }, again);
        Assert.Equal(record.Fractions, again.Fractions);
    }

    [Fact]
    public void BindText_OfPairs_ReadsThem()
    {
        Assert.Equal(7, ((Example)Schema.BindText("kernel-size=7, name=b")).KernelSize);
        Assert.Contains("name=value", Assert.Throws<ParameterException>(() => Schema.BindText("kernel-size")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Items_OfARecord_AreItsAnnotatedPropertiesInOrder() =>
        Assert.Equal(["kernel-size", "learning-rate", "augment", "kind", "name", "fractions", "limit"], Schema.Items.Select(item => item.Name));
}
