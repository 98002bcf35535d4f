namespace Training.Tests.Support;
internal static class PlainSlices
{
    internal const int StepsPerEpoch = 0;
    internal static readonly (int, int)[] FirstPatches = [];
    internal static readonly float[] FirstGrey = [];
    internal static readonly long[] FirstLabels = [];
}
