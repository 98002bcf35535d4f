using System.Runtime.InteropServices;

using static TorchSharp.torch;

namespace VolumeViewer.Sdk.Neural;

/// <summary>Tries a script on a small input, so that a wrong sidecar is found before hours of work, and tells which fact is wrong.</summary>
internal sealed class TorchScriptCheck(TorchScriptFile file, nn.Module<Tensor, Tensor> module)
{
    private const int ShortestEdge = 16;

    /// <summary>Leaves the module in training mode, as networks are that were just built.</summary>
    /// <exception cref="UserException">What came is not what the sidecar says.</exception>
    public void Run()
    {
        // Odd multiples of the alignment: with a pooling that the sidecar does not count, these lengths would not come out even.
        // Unequal, to show swapped axes.
        var alignment = file.Geometry.Alignment;
        long edge = ((ShortestEdge + alignment - 1) / alignment | 1) * alignment;
        var shape = Shape(edge, edge + (2 * alignment));
        module.eval();
        if (Fault(shape) is { } fault)
            throw new UserException($"The sidecar '{TorchScriptFile.SidecarOf(file.Path)}' does not fit its script: {Diagnosis(fault, shape)}");
        module.train();
    }

    /// <summary>The line of libtorch's message that says what is wrong; the others tell where.</summary>
    public static string Reason(Exception cause)
    {
        var lines = cause.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var line = Array.FindLast(lines, each => each.StartsWith("RuntimeError: ", StringComparison.Ordinal)) ?? lines.FirstOrDefault("it gave no reason");
        return line.Replace("RuntimeError: ", "", StringComparison.Ordinal).TrimEnd('.') + ".";
    }

    private long[] Shape(long edge, long last) => file.Geometry.Dimensions == 2 ? [1, file.Inputs, edge, last] : [1, file.Inputs, edge, edge, last];

    private string Diagnosis(string fault, long[] shape)
    {
        var alignment = file.Geometry.Alignment;
        for (var factor = 2; factor <= 16; factor *= 2)
        {
            // Edges of 16 and more, as in the first try, so that nothing but the alignment is different.
            long edge = ((ShortestEdge + (factor * alignment) - 1) / (factor * alignment)) * factor * alignment;
            if (Fault(Shape(edge, edge)) is null)
            {
                return $"\"alignment\" is {alignment}, but lengths of {string.Join(" × ", shape[2..])} do not come out as they went in, while {edge} does. "
                    + $"It is the product of the strides of the poolings, probably {factor * alignment}. ({fault})";
            }
        }
        return fault;
    }

    private string? Fault(long[] shape)
    {
        using var scope = NewDisposeScope();
        using var untracked = no_grad();
        Tensor logits;
        try
        {
            logits = module.call(zeros(shape));
        }
        catch (InvalidCastException)
        {
            return "it does not answer with one tensor. Export a network whose forward returns the logits alone.";
        }
        catch (ExternalException cause)
        {
            return $"\"inputs\" is {file.Inputs} and \"dimensions\" {file.Geometry.Dimensions}, but "
                + $"it fails on an input of shape {Text(shape)}: {Reason(cause)}";
        }
        if (logits.ndim != shape.Length)
            return $"\"dimensions\" is {file.Geometry.Dimensions}, but for an input of shape {Text(shape)} it answers with {Text(logits.shape)}.";
        if (logits.shape[1] != file.Phases.Count)
            return $"\"phases\" has {file.Phases.Count} names, but it answers with {logits.shape[1]} channels.";
        if (logits.dtype != ScalarType.Float32)
            return $"it answers with {logits.dtype}, not with logits of Float32.";
        return logits.shape.AsSpan(2).SequenceEqual(shape.AsSpan(2)) ? null
            : $"for an input of shape {Text(shape)} it answers with {Text(logits.shape)}. A network must keep the lengths; pad its convolutions.";
    }

    private static string Text(long[] shape) => $"({string.Join(", ", shape)})";
}
