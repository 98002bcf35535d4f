using Silk.NET.OpenGL;

using VolumeViewer.Host.Rendering;

namespace VolumeViewer.Host.Panels;

/// <summary>What all views draw with.</summary>
internal sealed record ViewTools(Workbench Bench, GL Gl, SceneRenderer Renderer, ViewState State);
