using System.Reflection;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>Operators are called by name, with arguments that only libtorch checks. So each one is called here, with any values.</summary>
public class OperatorTests
{
    // What libtorch says of an operator that it does not know, or of arguments that do not fit its schema; not of wrong values.
    private static readonly string[] Misfits =
        ["Could not find schema", "Too many arguments", "is missing for", "INTERNAL ASSERT", "but got Int", "but got Double", "but got None", "but got Tensor"];

    public static TheoryData<string> Functions
    {
        get
        {
            var data = new TheoryData<string>();
            foreach (var name in Methods().Select(Describe).Distinct())
                data.Add(name);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Function_CalledWithAnyValues_FitsItsOperatorsSchema(string function)
    {
        using var scope = NewDisposeScope();
        var method = Methods().First(candidate => Describe(candidate) == function);
        foreach (var dimensions in new[] { new long[] { 5 }, [4, 5], [2, 3, 6, 6], [1, 2, 4, 6, 6] })
        {
            try
            {
                var target = method.IsStatic ? null : rand(dimensions);
                method.Invoke(target, [.. method.GetParameters().Select(parameter => ValueOf(parameter, dimensions))]);
                return;
            }
            catch (TargetInvocationException error) when (error.InnerException is ExternalException refused)
            {
                Assert.DoesNotContain(Misfits, misfit => refused.Message.Contains(misfit));
            }
            catch (TargetInvocationException error) when (error.InnerException is ArgumentException or NotSupportedException or InvalidOperationException)
            {
                // Checked on the managed side already.
            }
        }
    }

    private static IEnumerable<MethodInfo> Methods()
    {
        string[] notOperators =
        [
            "load", "save", "frombuffer", "from_array", "as_tensor", "MoveToOuterDisposeScope", "DetachFromDisposeScope", "MoveToOtherDisposeScope",
            "UnsafeCreateTensor", "WrappedTensorDisposeScope", "cuda", "Equals", "tensor",
        ];
        Type[] notValues = [typeof(Func<Tensor, Tensor>), typeof(TensorIndex[])];
        return typeof(Tensor).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Concat(typeof(torch).GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Concat(typeof(nn.functional).GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => !method.ContainsGenericParameters && !method.IsSpecialName && !notOperators.Contains(method.Name))
            .Where(method => method.GetParameters().All(parameter => !parameter.ParameterType.IsByRefLike && !notValues.Contains(parameter.ParameterType)))
            .Where(method => method.ReturnType == typeof(Tensor) || method.ReturnType == typeof(Tensor[]) || method.ReturnType.Name.StartsWith("ValueTuple"));
    }

    private static string Describe(MethodInfo method) =>
        $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name))})";

    private static object? ValueOf(ParameterInfo parameter, long[] dimensions)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (parameter.HasDefaultValue && parameter.DefaultValue is not null)
            return type.IsEnum ? Enum.ToObject(type, parameter.DefaultValue) : parameter.DefaultValue;
        return type switch
        {
            _ when type == typeof(Tensor) => parameter.Name is "index" or "indices" or "weights" ? zeros(dimensions, int64)
                : parameter.Name is "condition" or "mask" ? ones(dimensions, @bool) : rand(dimensions),
            _ when type == typeof(Scalar) => (Scalar)1,
            _ when type == typeof(long) => 1L,
            _ when type == typeof(int) => 1,
            _ when type == typeof(bool) => true,
            _ when type == typeof(double) => 0.5,
            _ when type == typeof(ScalarType) => ScalarType.Float32,
            _ when type == typeof(long[]) => parameter.Name is "dim" or "dims" or "dimensions" or "source" or "destination" ? [0L] : dimensions,
            _ when type == typeof(double[]) => null,
            _ when type == typeof((long, long)) => (1L, 1L),
            _ when type == typeof((long, long, long)) => (1L, 1L, 1L),
            _ when type == typeof((long, long, long, long)) => (1L, 1L, 1L, 1L),
            _ when type == typeof(Tensor[]) => new[] { rand(dimensions), rand(dimensions) },
            _ when type.IsAssignableFrom(typeof(Tensor[])) => new[] { rand(dimensions), rand(dimensions) },
            _ when type == typeof(Device) => torch.CPU,
            _ when type == typeof(string) => parameter.Name == "equation" ? "ij,ij->i" : "cpu",
            _ => null,
        };
    }
}
