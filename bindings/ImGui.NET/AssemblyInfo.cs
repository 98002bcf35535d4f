using System.Runtime.CompilerServices;

// Everything that crosses to the native side is blittable: bool is one byte, vectors are their floats.
[assembly: DisableRuntimeMarshalling]
[assembly: InternalsVisibleTo("Windowing.Tests")]
