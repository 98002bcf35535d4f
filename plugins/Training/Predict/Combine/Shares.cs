namespace VolumeViewer.Plugins.Training.Predict.Combine;

/// <summary>Arithmetic on the probabilities of voxels, the phases of each side by side.</summary>
internal static class Shares
{
    /// <summary>The phase with the greatest value of each voxel, the first of equals.</summary>
    internal static void MostProbable(ReadOnlySpan<float> values, int phases, Span<byte> labels)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            var at = i * phases;
            var (best, greatest) = (0, values[at]);
            for (var phase = 1; phase < phases; phase++)
            {
                if (values[at + phase] > greatest)
                    (best, greatest) = (phase, values[at + phase]);
            }
            labels[i] = (byte)best;
        }
    }

    /// <summary>Probabilities of logits.</summary>
    internal static void Softmax(ReadOnlySpan<float> logits, int phases, Span<float> shares)
    {
        for (var at = 0; at < logits.Length; at += phases)
        {
            var greatest = logits[at];
            for (var phase = 1; phase < phases; phase++)
                greatest = MathF.Max(greatest, logits[at + phase]);
            var sum = 0f;
            for (var phase = 0; phase < phases; phase++)
            {
                var power = MathF.Exp(logits[at + phase] - greatest);
                shares[at + phase] = power;
                sum += power;
            }
            for (var phase = 0; phase < phases; phase++)
                shares[at + phase] /= sum;
        }
    }

    /// <summary>One phase as bytes: 255 is certain.</summary>
    internal static void ToBytes(ReadOnlySpan<float> shares, int phases, int phase, Span<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)MathF.Round(255 * shares[(i * phases) + phase]);
    }

    /// <summary>How undecided each voxel is, −Σ p·ln p, as bytes: 0 is certain, 255 is ln(phases), where all are equally probable.</summary>
    internal static void Entropy(ReadOnlySpan<float> shares, int phases, Span<byte> bytes)
    {
        var scale = 255 / MathF.Log(phases);
        for (var i = 0; i < bytes.Length; i++)
        {
            var entropy = 0f;
            foreach (var share in shares.Slice(i * phases, phases))
                entropy -= share > 0 ? share * MathF.Log(share) : 0;
            bytes[i] = (byte)Math.Clamp(MathF.Round(entropy * scale), 0, 255);
        }
    }
}
