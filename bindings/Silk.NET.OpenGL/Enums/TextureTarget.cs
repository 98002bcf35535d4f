namespace Silk.NET.OpenGL;

public enum TextureTarget
{
    Texture1D = 0xDE0,
    Texture2D = 0xDE1,
    ProxyTexture2D = 0x8064,
    Texture3D = 0x806F,
    ProxyTexture3D = 0x8070,
    TextureRectangle = 0x84F5,
    TextureCubeMap = 0x8513,
    TextureCubeMapPositiveX = 0x8515,
    TextureCubeMapNegativeX = 0x8516,
    TextureCubeMapPositiveY = 0x8517,
    TextureCubeMapNegativeY = 0x8518,
    TextureCubeMapPositiveZ = 0x8519,
    TextureCubeMapNegativeZ = 0x851A,
    Texture1DArray = 0x8C18,
    Texture2DArray = 0x8C1A,
    TextureBuffer = 0x8C2A,
    Texture2DMultisample = 0x9100,
}
