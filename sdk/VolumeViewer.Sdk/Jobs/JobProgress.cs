namespace VolumeViewer.Sdk;

/// <summary>How far a job is.</summary>
/// <param name="Fraction">From 0 to 1.</param>
/// <param name="Status">What it is at, for example "epoch 3 of 20".</param>
public readonly record struct JobProgress(double Fraction, string Status);
