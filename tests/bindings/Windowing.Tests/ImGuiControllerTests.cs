using System.Numerics;
using ImGuiNET;
using Silk.NET.Input;
using Silk.NET.OpenGL;
using Silk.NET.OpenGL.Extensions.ImGui;

namespace Windowing.Tests;

[Collection(WindowCollection.Name)]
public sealed unsafe class ImGuiControllerTests
{
    [DisplayFact]
    public void Render_OfAButton_ShowsItsColourAndLeavesTheStateAsItWas()
    {
        using var test = new TestWindow();
        using var input = test.Window.CreateInput();
        using var controller = new ImGuiController(test.Gl, test.Window, input, () => ImGui.GetIO().NativePtr->IniFilename = null);
        var gl = test.Gl;
        gl.Enable(EnableCap.DepthTest);
        gl.Viewport(1, 2, 33, 44);
        gl.ActiveTexture(TextureUnit.Texture3);
        var clicks = 0;
        for (var i = 0; i < 6; i++)
        {
            test.Window.DoEvents();
            // After the events of the window, of which the pointer may cause some.
            ImGui.GetIO().AddMousePosEvent(60, 25);
            if (i is 2 or 3)
                ImGui.GetIO().AddMouseButtonEvent(0, i == 2);
            controller.Update(1 / 60f);
            ImGui.PushStyleColor(ImGuiCol.Button, new Vector4(1, 0, 0, 1));
            ImGui.PushStyleColor(ImGuiCol.ButtonHovered, new Vector4(0, 1, 0, 1));
            ImGui.PushStyleColor(ImGuiCol.ButtonActive, new Vector4(0, 0, 1, 1));
            ImGui.SetNextWindowPos(Vector2.Zero);
            ImGui.SetNextWindowSize(new Vector2(320, 240));
            ImGui.Begin("test", ImGuiWindowFlags.NoDecoration);
            ImGui.SetCursorPos(new Vector2(20, 10));
            if (ImGui.Button("##one", new Vector2(100, 30)))
                clicks++;
            ImGui.SetCursorPos(new Vector2(20, 110));
            ImGui.Button("##two", new Vector2(100, 30));
            ImGui.End();
            ImGui.PopStyleColor(3);
            gl.ClearColor(0, 0, 0, 1);
            gl.Clear(ClearBufferMask.ColorBufferBit);
            controller.Render();
        }
        Assert.Equal(1, clicks);
        Assert.Equal((0, 255, 0), (test.Pixel(60, 25).R, test.Pixel(60, 25).G, test.Pixel(60, 25).B));
        Assert.Equal((255, 0, 0), (test.Pixel(60, 125).R, test.Pixel(60, 125).G, test.Pixel(60, 125).B));
        Assert.True(gl.IsEnabled(EnableCap.DepthTest));
        Assert.False(gl.IsEnabled(EnableCap.ScissorTest));
        var viewport = new int[4];
        gl.GetInteger(GetPName.Viewport, viewport);
        Assert.Equal([1, 2, 33, 44], viewport);
        Assert.Equal((int)TextureUnit.Texture3, gl.GetInteger(GetPName.ActiveTexture));
        Assert.Equal(GLEnum.NoError, gl.GetError());
    }

    [DisplayFact]
    public void Image_OfATexture_IsDrawnByItsOpenGlName()
    {
        using var test = new TestWindow();
        using var input = test.Window.CreateInput();
        using var controller = new ImGuiController(test.Gl, test.Window, input, () => ImGui.GetIO().NativePtr->IniFilename = null);
        byte[] pixels = [10, 200, 30, 255];
        var texture = test.Gl.GenTexture();
        test.Gl.BindTexture(TextureTarget.Texture2D, texture);
        test.Gl.TexImage2D(TextureTarget.Texture2D, 0, InternalFormat.Rgba8, 1, 1, 0, PixelFormat.Rgba, PixelType.UnsignedByte, in pixels[0]);
        test.Gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, (int)TextureMinFilter.Nearest);
        controller.Update(1 / 60f);
        ImGui.GetBackgroundDrawList().AddImage((nint)texture, new Vector2(10, 10), new Vector2(50, 40));
        controller.Render();
        Assert.Equal(((byte)10, (byte)200, (byte)30), (test.Pixel(30, 20).R, test.Pixel(30, 20).G, test.Pixel(30, 20).B));
    }

    [DisplayFact]
    public void Constructor_WithAMissingFont_NamesTheFile()
    {
        using var test = new TestWindow();
        using var input = test.Window.CreateInput();
        var e = Assert.Throws<FileNotFoundException>(() => new ImGuiController(test.Gl, test.Window, input, new ImGuiFontConfig("no-such.ttf", 15)));
        Assert.Contains("no-such.ttf", e.Message);
    }
}
