namespace TorchSharp.Tests;

/// <summary>A test that needs to know the machine's cores, and that nobody has set the number of threads.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CoreCountFactAttribute : FactAttribute
{
    public CoreCountFactAttribute()
    {
        if (!Directory.Exists(ThreadTests.Processors))
            Skip = $"This system does not tell its cores in {ThreadTests.Processors}.";
        else if (Environment.GetEnvironmentVariable("OMP_NUM_THREADS") is not null)
            Skip = "OMP_NUM_THREADS is set.";
    }
}
