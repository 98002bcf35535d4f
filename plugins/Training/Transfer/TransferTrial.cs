using VolumeViewer.Plugins.Training.Test;

namespace VolumeViewer.Plugins.Training.Transfer;

/// <summary>One training of a study, and how it was judged.</summary>
/// <param name="Transfer">Whether it started from the source.</param>
/// <param name="Slices">Labelled slices that it learned from.</param>
/// <param name="Seed">Of the training.</param>
/// <param name="Score">Of its last weights, by the test slices.</param>
internal sealed record TransferTrial(bool Transfer, int Slices, int Seed, TestScore Score)
{
    internal string Method => Transfer ? "transfer" : "from scratch";
}
