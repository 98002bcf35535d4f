using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static SkiaSharp.Native.Cairo;

namespace SkiaSharp.Native;

/// <summary>A PDF or SVG that Cairo writes to a stream. Writing may go on until it is finished.</summary>
internal sealed unsafe class VectorSurface : IDisposable
{
    private readonly StreamCall _call;
    private GCHandle _handle;
    private nint _surface;

    private VectorSurface(Stream stream) => (_call, _handle) = (new StreamCall(stream), default);

    public nint Surface => _surface;

    public static VectorSurface CreatePdf(Stream stream) => Create(stream, (write, closure) => cairo_pdf_surface_create_for_stream((delegate* unmanaged[Cdecl]<void*, byte*, uint, Status>)write, (void*)closure, 1, 1));

    public static VectorSurface CreateSvg(Stream stream, double width, double height) =>
        Create(stream, (write, closure) => cairo_svg_surface_create_for_stream((delegate* unmanaged[Cdecl]<void*, byte*, uint, Status>)write, (void*)closure, width, height));

    /// <summary>Ends the document; what it could not write is told by the exception of the stream.</summary>
    public void Finish()
    {
        if (_surface == 0)
            return;
        cairo_surface_finish(_surface);
        var status = cairo_surface_status(_surface);
        Release();
        _call.Rethrow();
        Check(status, "Writing a document");
    }

    public void Dispose() => Finish();

    private static VectorSurface Create(Stream stream, Func<nint, nint, nint> create)
    {
        var made = new VectorSurface(stream);
        made._handle = GCHandle.Alloc(made._call);
        delegate* unmanaged[Cdecl]<void*, byte*, uint, Status> write = &WriteBytes;
        made._surface = create((nint)write, GCHandle.ToIntPtr(made._handle));
        var status = cairo_surface_status(made._surface);
        if (status != Status.Success)
            made.Release();
        Check(status, "Creating a document");
        return made;
    }

    private void Release()
    {
        cairo_surface_destroy(_surface);
        _surface = 0;
        _handle.Free();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static Status WriteBytes(void* closure, byte* data, uint length) =>
        ((StreamCall)GCHandle.FromIntPtr((nint)closure).Target).Run(stream => stream.Write(new ReadOnlySpan<byte>(data, (int)length)), Status.WriteError);
}
