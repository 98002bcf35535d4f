using System.Numerics;
using Silk.NET.GLFW;
using Silk.NET.Input;
using Silk.NET.Maths;
using Silk.NET.OpenGL;
using Silk.NET.Windowing;

namespace Windowing.Tests;

[Collection(WindowCollection.Name)]
public sealed class WindowTests
{
    [DisplayFact]
    public void Initialize_WithDefaultApi_GivesCoreContextOf33()
    {
        using var test = new TestWindow();
        Assert.True(test.Window.IsInitialized);
        Assert.True(test.Window.GLContext!.IsCurrent);
        Assert.Equal(new Vector2D<int>(320, 240), test.Window.Size);
        Assert.True((test.Gl.GetInteger(GetPName.MajorVersion), test.Gl.GetInteger(GetPName.MinorVersion)).CompareTo((3, 3)) >= 0);
        Assert.NotEmpty(test.Gl.GetStringS(StringName.Renderer));
    }

    [DisplayFact]
    public void Initialize_WithApi45_GivesContextOfThatVersion()
    {
        using var test = new TestWindow(4, 5);
        Assert.StartsWith("4.", test.Gl.GetStringS(StringName.Version));
        Assert.True(test.Gl.GetInteger(GetPName.MinorVersion) >= 5);
    }

    [DisplayFact]
    public void Initialize_WithImpossibleVersion_ThrowsWithReasonOfGlfw()
    {
        using var window = Window.Create(WindowOptions.Default with { API = new GraphicsAPI(ContextAPI.OpenGL, new APIVersion(9, 7)) });
        var e = Assert.Throws<GlfwException>(window.Initialize);
        Assert.Contains("OpenGL 9.7", e.Message);
        Assert.NotEqual(Silk.NET.GLFW.ErrorCode.NoError, e.ErrorCode);
        Assert.Matches(":.*(GLX|OpenGL version)", e.Message);
    }

    [DisplayFact]
    public void Run_RaisesLoadUpdateRenderAndClosing_InTheirOrder()
    {
        var events = new List<string>();
        using var window = Window.Create(WindowOptions.Default with { Size = new Vector2D<int>(64, 48), VSync = false });
        window.Load += () => events.Add("load");
        window.Update += _ => events.Add("update");
        window.Render += _ =>
        {
            events.Add("render");
            window.Close();
        };
        window.Closing += () => events.Add($"closing {window.GLContext is not null}");
        window.Run();
        Assert.Equal(["load", "update", "render", "closing True"], events);
        Assert.False(window.IsInitialized);
    }

    [DisplayFact]
    public void DoEvents_WhenAHandlerThrows_PassesTheExceptionOn()
    {
        using var window = Window.Create(WindowOptions.Default with { Size = new Vector2D<int>(64, 48), VSync = false });
        window.Load += () => window.Size = new Vector2D<int>(90, 70);
        window.Resize += _ => throw new InvalidDataException("from resize");
        window.Initialize();
        Assert.Equal("from resize", Assert.Throws<InvalidDataException>(() =>
        {
            for (var i = 0; i < 200; i++)
            {
                window.DoEvents();
                Thread.Sleep(2);
            }
        }).Message);
    }

    [DisplayFact]
    public void Invoke_FromAnotherThread_RunsOnTheThreadOfTheWindow()
    {
        using var test = new TestWindow();
        var thread = 0;
        var call = Task.Run(() => test.Window.Invoke(() => thread = Environment.CurrentManagedThreadId));
        for (var i = 0; i < 200 && !call.IsCompleted; i++)
        {
            test.Window.DoEvents();
            Thread.Sleep(5);
        }
        Assert.True(call.IsCompletedSuccessfully);
        Assert.Equal(Environment.CurrentManagedThreadId, thread);
    }

    [DisplayFact]
    public void ClipboardText_AfterSetting_IsThatText()
    {
        using var test = new TestWindow();
        using var input = test.Window.CreateInput();
        input.Keyboards[0].ClipboardText = "0.45 µm³";
        Assert.Equal("0.45 µm³", input.Keyboards[0].ClipboardText);
    }

    [DisplayFact]
    public void Position_AfterSetting_IsThatPlaceInTheWindow()
    {
        using var test = new TestWindow();
        using var input = test.Window.CreateInput();
        input.Mice[0].Position = new Vector2(40, 50);
        test.Window.DoEvents();
        Assert.Equal(new Vector2(40, 50), input.Mice[0].Position);
        Assert.False(input.Mice[0].IsButtonPressed(MouseButton.Left));
        Assert.False(input.Keyboards[0].IsKeyPressed(Key.Space));
    }

    [DisplayFact]
    public void StandardCursor_OfEachKind_IsTaken()
    {
        using var test = new TestWindow();
        using var input = test.Window.CreateInput();
        foreach (var cursor in Enum.GetValues<StandardCursor>())
        {
            input.Mice[0].Cursor.StandardCursor = cursor;
            Assert.Equal(cursor, input.Mice[0].Cursor.StandardCursor);
        }
        Assert.True(input.Mice[0].Cursor.IsSupported(StandardCursor.Hand));
    }

    [Fact]
    public void CreateInput_BeforeInitialize_SaysWhatToDo()
    {
        Assert.Contains("Load", Assert.Throws<InvalidOperationException>(() => ((IView)null!).CreateInput()).Message);
    }
}
