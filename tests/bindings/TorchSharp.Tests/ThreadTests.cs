namespace TorchSharp.Tests;

public class ThreadTests
{
    internal const string Processors = "/sys/devices/system/cpu";

    [CoreCountFact]
    public void GetNumThreads_WithoutASetting_IsTheNumberOfCores()
    {
        var cores = Directory.EnumerateDirectories(Processors, "cpu*")
            .Select(processor => Path.Combine(processor, "topology", "thread_siblings_list"))
            .Where(File.Exists)
            .Select(File.ReadAllText)
            .Distinct()
            .Count();
        // A container may be given fewer processors than the machine has.
        Assert.InRange(torch.get_num_threads(), 1, cores);
        if (Environment.ProcessorCount == cores)
            Assert.Equal(cores, torch.get_num_threads());
    }
}
