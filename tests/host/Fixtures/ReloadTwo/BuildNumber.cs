namespace Reload;

internal static class BuildNumber
{
    internal const int Value = 2;
}
