namespace VolumeViewer.Host.Tests;

/// <summary>Tests that measure the memory or count the tensors of the whole process: nothing else may run meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class MeasuredAlone
{
    public const string Name = "alone";
}
