using System.Numerics;
using System.Runtime.InteropServices;

namespace ImGuiNET;

internal static unsafe partial class Native
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_AddBezierCubic(ImDrawList* self, Vector2 p1, Vector2 p2, Vector2 p3, Vector2 p4, uint col, float thickness, int num_segments);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_AddCircle(ImDrawList* self, Vector2 center, float radius, uint col, int num_segments, float thickness);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_AddCircleFilled(ImDrawList* self, Vector2 center, float radius, uint col, int num_segments);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_AddConvexPolyFilled(ImDrawList* self, ref Vector2 points, int num_points, uint col);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_AddImage(ImDrawList* self, IntPtr user_texture_id, Vector2 p_min, Vector2 p_max, Vector2 uv_min, Vector2 uv_max, uint col);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_AddImageQuad(ImDrawList* self, IntPtr user_texture_id, Vector2 p1, Vector2 p2, Vector2 p3, Vector2 p4, Vector2 uv1, Vector2 uv2, Vector2 uv3, Vector2 uv4, uint col);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_AddImageRounded(ImDrawList* self, IntPtr user_texture_id, Vector2 p_min, Vector2 p_max, Vector2 uv_min, Vector2 uv_max, uint col, float rounding, ImDrawFlags flags);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_AddLine(ImDrawList* self, Vector2 p1, Vector2 p2, uint col, float thickness);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_AddNgon(ImDrawList* self, Vector2 center, float radius, uint col, int num_segments, float thickness);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_AddNgonFilled(ImDrawList* self, Vector2 center, float radius, uint col, int num_segments);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_AddPolyline(ImDrawList* self, ref Vector2 points, int num_points, uint col, ImDrawFlags flags, float thickness);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_AddQuad(ImDrawList* self, Vector2 p1, Vector2 p2, Vector2 p3, Vector2 p4, uint col, float thickness);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_AddQuadFilled(ImDrawList* self, Vector2 p1, Vector2 p2, Vector2 p3, Vector2 p4, uint col);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_AddRect(ImDrawList* self, Vector2 p_min, Vector2 p_max, uint col, float rounding, ImDrawFlags flags, float thickness);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_AddRectFilled(ImDrawList* self, Vector2 p_min, Vector2 p_max, uint col, float rounding, ImDrawFlags flags);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_AddRectFilledMultiColor(ImDrawList* self, Vector2 p_min, Vector2 p_max, uint col_upr_left, uint col_upr_right, uint col_bot_right, uint col_bot_left);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_AddTriangle(ImDrawList* self, Vector2 p1, Vector2 p2, Vector2 p3, uint col, float thickness);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_AddTriangleFilled(ImDrawList* self, Vector2 p1, Vector2 p2, Vector2 p3, uint col);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_ChannelsMerge(ImDrawList* self);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_ChannelsSetCurrent(ImDrawList* self, int n);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_ChannelsSplit(ImDrawList* self, int count);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_GetClipRectMax(out Vector2 result, ImDrawList* self);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_GetClipRectMin(out Vector2 result, ImDrawList* self);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_PathArcTo(ImDrawList* self, Vector2 center, float radius, float a_min, float a_max, int num_segments);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_PathClear(ImDrawList* self);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_PathFillConvex(ImDrawList* self, uint col);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_PathLineTo(ImDrawList* self, Vector2 pos);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_PathStroke(ImDrawList* self, uint col, ImDrawFlags flags, float thickness);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_PopClipRect(ImDrawList* self);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_PushClipRect(ImDrawList* self, Vector2 clip_rect_min, Vector2 clip_rect_max, [MarshalAs(UnmanagedType.U1)] bool intersect_with_current_clip_rect);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_PushClipRectFullScreen(ImDrawList* self);
}
