namespace VolumeViewer.Host.Rendering;

/// <summary>A picture in main memory with its depth; the first row is the lowest, as OpenGL counts. Its memory is kept when it is resized to less.</summary>
internal sealed class SoftwareFrame
{
    /// <summary>RGBA, 8 bits a channel, red lowest.</summary>
    public uint[] Colors { get; private set; } = [];

    /// <summary>From 0 at the least depth of the scene to 1 at the greatest.</summary>
    public float[] Depths { get; private set; } = [];

    /// <summary>Pixels in a row.</summary>
    public int Width { get; private set; }

    /// <summary>Rows.</summary>
    public int Height { get; private set; }

    /// <summary>Gives it a size; what it held is lost.</summary>
    public void Resize(int width, int height)
    {
        (Width, Height) = (width, height);
        if (Colors.Length >= width * height)
            return;
        Colors = GC.AllocateUninitializedArray<uint>(width * height);
        Depths = GC.AllocateUninitializedArray<float>(width * height);
    }
}
