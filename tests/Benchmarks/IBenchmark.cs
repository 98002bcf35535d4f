namespace Benchmarks;

/// <summary>Something that is measured beside a reference, in one run. A further one is a class and a line in <see cref="BenchmarkList"/>.</summary>
internal interface IBenchmark
{
    /// <summary>By which it is asked for.</summary>
    string Name { get; }

    /// <summary>A sentence on what is compared with what.</summary>
    string Description { get; }

    /// <summary>Measures.</summary>
    /// <param name="isQuick">Whether a rough figure within a minute is enough.</param>
    /// <param name="log">Gets a line now and then.</param>
    BenchmarkTable Run(bool isQuick, Action<string> log);
}
