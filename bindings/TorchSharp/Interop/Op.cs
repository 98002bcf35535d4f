using System.Collections.Concurrent;
using System.Text;

namespace TorchSharp.Interop;

/// <summary>
/// Calls the operators of libtorch by name, "add.Tensor" being the overload Tensor of aten::add. Arguments stand in the order of
/// the operator's schema; those left out at the end take the schema's defaults.
/// </summary>
internal static unsafe class Op
{
    private const int WordsOnStack = 256;

    private static readonly ConcurrentDictionary<string, IntPtr> Operators = new();

    public static torch.Tensor Tensor(string name, params ReadOnlySpan<Value> arguments)
    {
        var words = Call(name, arguments);
        if (words[0] != 1 || words[1] != (long)Value.Tag.Tensor)
            throw new InvalidOperationException($"The operator '{name}' did not answer with one tensor.");
        return new torch.Tensor((IntPtr)words[2]);
    }

    public static (torch.Tensor, torch.Tensor) Pair(string name, params ReadOnlySpan<Value> arguments)
    {
        var results = Results(Call(name, arguments));
        return ((torch.Tensor)results[0]!, (torch.Tensor)results[1]!);
    }

    public static torch.Tensor?[] Tuple(string name, params ReadOnlySpan<Value> arguments) =>
        Array.ConvertAll(Results(Call(name, arguments)), result => (torch.Tensor?)result);

    public static torch.Tensor[] Tensors(string name, params ReadOnlySpan<Value> arguments) =>
        (torch.Tensor[])Results(Call(name, arguments))[0]!;

    public static bool Bool(string name, params ReadOnlySpan<Value> arguments) => (bool)Results(Call(name, arguments))[0]!;

    /// <summary>For operators that change their first argument: the alias of it that they answer with is let go.</summary>
    public static void Run(string name, params ReadOnlySpan<Value> arguments)
    {
        var words = Call(name, arguments);
        if (words[0] == 1 && words[1] == (long)Value.Tag.Tensor)
            Shim.shim_tensor_free((IntPtr)words[2]);
    }

    /// <summary>Encodes the values one after the other for as long as <paramref name="call"/> runs.</summary>
    public delegate long* EncodedCall(long* words, long count);

    public static object?[] Encode(ReadOnlySpan<Value> values, EncodedCall call)
    {
        var words = new long[Words(values)];
        Write(values, words);
        fixed (long* first = words)
        {
            var results = Results(Shim.Check(call(first, values.Length)));
            KeepAlive(values);
            return results;
        }
    }

    /// <summary>The values that a function of the shim answered with.</summary>
    public static object?[] Decode(long* words) => Results(words);

    private static long* Call(string name, ReadOnlySpan<Value> arguments)
    {
        var op = Operators.GetOrAdd(name, Find);
        var count = Words(arguments);
        var words = count <= WordsOnStack ? stackalloc long[WordsOnStack] : new long[count];
        Write(arguments, words);
        fixed (long* first = words)
        {
            var results = Shim.shim_call(op, first, arguments.Length);
            KeepAlive(arguments);
            return Shim.Check(results);
        }
    }

    private static IntPtr Find(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var (operation, overload) = dot < 0 ? (name, "") : (name[..dot], name[(dot + 1)..]);
        fixed (byte* first = Encoding.UTF8.GetBytes($"aten::{operation}\0"), second = Encoding.UTF8.GetBytes($"{overload}\0"))
            return Shim.Check(Shim.shim_operator(first, second));
    }

    private static int Words(ReadOnlySpan<Value> values)
    {
        var count = 0;
        foreach (ref readonly var value in values)
            count += value.Words;
        return count;
    }

    private static void Write(ReadOnlySpan<Value> values, Span<long> words)
    {
        foreach (ref readonly var value in values)
        {
            value.Write(words);
            words = words[value.Words..];
        }
    }

    // Without this a tensor whose last use is its handle could be finalised, and freed, while libtorch reads it.
    private static void KeepAlive(ReadOnlySpan<Value> values)
    {
        foreach (ref readonly var value in values)
            GC.KeepAlive(value.Held);
    }

    private static object?[] Results(long* words)
    {
        // Making a managed tensor calls nothing that would reuse the thread's result words.
        var results = new object?[*words++];
        for (var i = 0; i < results.Length; i++)
            results[i] = Read(ref words);
        return results;
    }

    private static object? Read(ref long* at)
    {
        switch ((Value.Tag)(*at++))
        {
            case Value.Tag.None:
                return null;
            case Value.Tag.Tensor:
                var handle = (IntPtr)(*at++);
                return handle == IntPtr.Zero ? null : new torch.Tensor(handle);
            case Value.Tag.Int:
                return *at++;
            case Value.Tag.Double:
                return BitConverter.Int64BitsToDouble(*at++);
            case Value.Tag.Bool:
                return *at++ != 0;
            case Value.Tag.Tensors:
                var tensors = new torch.Tensor[*at++];
                for (var i = 0; i < tensors.Length; i++)
                    tensors[i] = new torch.Tensor((IntPtr)(*at++));
                return tensors;
            case Value.Tag.String:
                var bytes = new byte[*at++];
                for (var i = 0; i < bytes.Length; i++)
                    bytes[i] = (byte)*at++;
                return Encoding.UTF8.GetString(bytes);
            case Value.Tag.Tuple:
            case Value.Tag.List:
                var items = new object?[*at++];
                for (var i = 0; i < items.Length; i++)
                    items[i] = Read(ref at);
                return items;
            case Value.Tag.Dict:
                var count = *at++;
                var pairs = new Dictionary<object, object?>();
                for (var i = 0L; i < count; i++)
                {
                    var key = Read(ref at)!;
                    pairs[key] = Read(ref at);
                }
                return pairs;
            default:
                throw new InvalidOperationException("libtorch answered with a kind of value that is not known here.");
        }
    }
}
