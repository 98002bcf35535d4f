namespace Benchmarks;

/// <summary>The command line: names, --quick, --json, --help.</summary>
internal sealed record BenchmarkOptions(IReadOnlyList<IBenchmark> Chosen, bool IsQuick, bool AsJson, bool WantsHelp)
{
    /// <exception cref="ArgumentException">A name or an option is not known; tells which there are.</exception>
    internal static BenchmarkOptions Parse(IEnumerable<string> words, IReadOnlyList<IBenchmark> all)
    {
        var (chosen, options) = (new List<IBenchmark>(), new HashSet<string>());
        foreach (var word in words)
        {
            if (word is "--quick" or "--json" or "--help" or "-h")
                options.Add(word);
            else if (word.StartsWith('-'))
                throw new ArgumentException($"There is no option '{word}'; there are --quick, --json and --help.");
            else
            {
                chosen.Add(all.FirstOrDefault(benchmark => benchmark.Name == word) ?? throw new ArgumentException(
                    $"There is no benchmark '{word}'; there are: {string.Join(", ", all.Select(benchmark => benchmark.Name))}."));
            }
        }
        return new BenchmarkOptions(chosen.Count > 0 ? chosen : all, options.Contains("--quick"), options.Contains("--json"),
            options.Contains("--help") || options.Contains("-h"));
    }

    internal static string Help(IReadOnlyList<IBenchmark> all) =>
        "./volumeviewer bench [NAME...] [--quick] [--json]\nMeasures the program beside references, in one run; the ratios count, as figures change with the machine and its load.\n"
        + string.Concat(all.Select(benchmark => $"  {benchmark.Name,-10} {benchmark.Description}\n"));
}
