namespace Silk.NET.OpenGL;

public enum TriangleFace
{
    Front = 0x404,
    Back = 0x405,
    FrontAndBack = 0x408,
}
