using Silk.NET.OpenGL;

namespace VolumeViewer.Host.Rendering;

/// <summary>What the layers of a scene share: programs, made on first use, and how much memory textures may take.</summary>
internal sealed class SceneResources : IDisposable
{
    /// <summary>Binding points of uniform blocks.</summary>
    public const uint ViewPoint = 0, LayerPoint = 1, ClipPoint = 2, PlanesPoint = 3, LabelsPoint = 4, SheetPoint = 5;

    /// <summary>Texture units: the layer's voxels, its table of colours, a second field of voxels or slice, the depth of the scene.</summary>
    public const int VoxelsUnit = 0, TableUnit = 1, SecondUnit = 2, DepthUnit = 3;

    /// <summary>The texture unit of a part of the layer that there is finer.</summary>
    public const int DetailUnit = 8;

    /// <summary>The texture unit on which textures are filled, so that what is bound for drawing stays bound.</summary>
    public const int FillUnit = 4;

    /// <summary>The texture unit of the distances to what is seen.</summary>
    public const int SkipUnit = 5;

    /// <summary>The texture units of labels and of their phases in 3-D, apart from those of images: one program draws both.</summary>
    public const int LabelsUnit = 6, PhasesUnit = 7;

    private readonly Dictionary<ShaderSources, ShaderProgram> _programs = [];
    private uint _emptyVertices;

    public SceneResources(GL gl)
    {
        Gl = gl;
        View = new UniformBuffer<ViewBlock>(gl);
        Clip = new UniformBuffer<ClipBlock>(gl);
        Planes = new UniformBuffer<PlanesBlock>(gl);
        _emptyVertices = gl.GenVertexArray();
        gl.GetInteger(GetPName.Max3DTextureSize, out var largest);
        MaxTextureSize = largest;
    }

    /// <summary>The context.</summary>
    public GL Gl { get; }

    /// <summary>The block of the camera.</summary>
    public UniformBuffer<ViewBlock> View { get; }

    /// <summary>The block of what is cut away of the layer that is drawn.</summary>
    public UniformBuffer<ClipBlock> Clip { get; }

    /// <summary>The block of the planes that the layer is drawn on.</summary>
    public UniformBuffer<PlanesBlock> Planes { get; }

    /// <summary>The longest edge of a 3-D texture, voxels.</summary>
    public int MaxTextureSize { get; }

    /// <summary>Bytes that the 3-D textures of one layer may take.</summary>
    public long TextureBudget { get; set; } = 1L << 30;

    /// <summary>Whether rays go over what is empty where that pays; the pictures are the same without.</summary>
    public bool SkipsEmptySpace { get; set; } = true;

    /// <summary>Makes a program the one that draws.</summary>
    public void Use(ShaderSources sources)
    {
        if (!_programs.TryGetValue(sources, out var program))
        {
            _programs[sources] = program = new ShaderProgram(Gl, sources)
                .BindBlock("View", ViewPoint).BindBlock("Clip", ClipPoint).BindBlock("Planes", PlanesPoint).BindBlock("Mesh", LayerPoint).BindBlock("Sheet", SheetPoint).BindBlock("Image", LayerPoint).BindBlock("Labels", LabelsPoint).BindBlock("Slice", LayerPoint)
                .BindSampler("volume", VoxelsUnit).BindSampler("labels", LabelsUnit)
                .BindSampler("transfer", TableUnit).BindSampler("phases", PhasesUnit).BindSampler("table", TableUnit)
                .BindSampler("occupancy", SecondUnit).BindSampler("plane", SecondUnit)
                .BindSampler("detail", DetailUnit)
                .BindSampler("sceneDepth", DepthUnit).BindSampler("emptiness", SkipUnit);
        }
        program.Use();
    }

    /// <summary>Draws every pixel of the view with the program in use.</summary>
    public void DrawView()
    {
        Gl.BindVertexArray(_emptyVertices);
        Gl.DrawArrays(PrimitiveType.Triangles, 0, 3);
    }

    public void Dispose()
    {
        if (_emptyVertices == 0)
            return;
        foreach (var program in _programs.Values)
            program.Dispose();
        _programs.Clear();
        View.Dispose();
        Clip.Dispose();
        Planes.Dispose();
        Gl.DeleteVertexArray(_emptyVertices);
        _emptyVertices = 0;
    }
}
