namespace VolumeViewer.Sdk;

/// <summary>Parameters that cannot be used; tells all faults at once.</summary>
public sealed class ParameterException : UserException
{
    /// <param name="faults">One sentence per fault.</param>
    public ParameterException(IReadOnlyList<string> faults) : base(string.Join(Environment.NewLine, faults)) => Faults = faults;

    /// <summary>One sentence per fault.</summary>
    public IReadOnlyList<string> Faults { get; }
}
