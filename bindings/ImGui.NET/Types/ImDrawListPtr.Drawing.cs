using System.Numerics;

namespace ImGuiNET;

public unsafe partial struct ImDrawListPtr
{
    public void AddBezierCubic(Vector2 p1, Vector2 p2, Vector2 p3, Vector2 p4, uint col, float thickness) => AddBezierCubic(p1, p2, p3, p4, col, thickness, 0);
    public void AddBezierCubic(Vector2 p1, Vector2 p2, Vector2 p3, Vector2 p4, uint col, float thickness, int num_segments) => Native.ImDrawList_AddBezierCubic(NativePtr, p1, p2, p3, p4, col, thickness, num_segments);
    public void AddCircle(Vector2 center, float radius, uint col) => AddCircle(center, radius, col, 0, 1.0f);
    public void AddCircle(Vector2 center, float radius, uint col, int num_segments) => AddCircle(center, radius, col, num_segments, 1.0f);
    public void AddCircle(Vector2 center, float radius, uint col, int num_segments, float thickness) => Native.ImDrawList_AddCircle(NativePtr, center, radius, col, num_segments, thickness);
    public void AddCircleFilled(Vector2 center, float radius, uint col) => AddCircleFilled(center, radius, col, 0);
    public void AddCircleFilled(Vector2 center, float radius, uint col, int num_segments) => Native.ImDrawList_AddCircleFilled(NativePtr, center, radius, col, num_segments);
    public void AddConvexPolyFilled(ref Vector2 points, int num_points, uint col) => Native.ImDrawList_AddConvexPolyFilled(NativePtr, ref points, num_points, col);
    public void AddImage(IntPtr user_texture_id, Vector2 p_min, Vector2 p_max) => AddImage(user_texture_id, p_min, p_max, default, new Vector2(1, 1), 4294967295);
    public void AddImage(IntPtr user_texture_id, Vector2 p_min, Vector2 p_max, Vector2 uv_min) => AddImage(user_texture_id, p_min, p_max, uv_min, new Vector2(1, 1), 4294967295);
    public void AddImage(IntPtr user_texture_id, Vector2 p_min, Vector2 p_max, Vector2 uv_min, Vector2 uv_max) => AddImage(user_texture_id, p_min, p_max, uv_min, uv_max, 4294967295);
    public void AddImage(IntPtr user_texture_id, Vector2 p_min, Vector2 p_max, Vector2 uv_min, Vector2 uv_max, uint col) => Native.ImDrawList_AddImage(NativePtr, user_texture_id, p_min, p_max, uv_min, uv_max, col);
    public void AddImageQuad(IntPtr user_texture_id, Vector2 p1, Vector2 p2, Vector2 p3, Vector2 p4) => AddImageQuad(user_texture_id, p1, p2, p3, p4, default, new Vector2(1, 0), new Vector2(1, 1), new Vector2(0, 1), 4294967295);
    public void AddImageQuad(IntPtr user_texture_id, Vector2 p1, Vector2 p2, Vector2 p3, Vector2 p4, Vector2 uv1) => AddImageQuad(user_texture_id, p1, p2, p3, p4, uv1, new Vector2(1, 0), new Vector2(1, 1), new Vector2(0, 1), 4294967295);
    public void AddImageQuad(IntPtr user_texture_id, Vector2 p1, Vector2 p2, Vector2 p3, Vector2 p4, Vector2 uv1, Vector2 uv2) => AddImageQuad(user_texture_id, p1, p2, p3, p4, uv1, uv2, new Vector2(1, 1), new Vector2(0, 1), 4294967295);
    public void AddImageQuad(IntPtr user_texture_id, Vector2 p1, Vector2 p2, Vector2 p3, Vector2 p4, Vector2 uv1, Vector2 uv2, Vector2 uv3) => AddImageQuad(user_texture_id, p1, p2, p3, p4, uv1, uv2, uv3, new Vector2(0, 1), 4294967295);
    public void AddImageQuad(IntPtr user_texture_id, Vector2 p1, Vector2 p2, Vector2 p3, Vector2 p4, Vector2 uv1, Vector2 uv2, Vector2 uv3, Vector2 uv4) => AddImageQuad(user_texture_id, p1, p2, p3, p4, uv1, uv2, uv3, uv4, 4294967295);
    public void AddImageQuad(IntPtr user_texture_id, Vector2 p1, Vector2 p2, Vector2 p3, Vector2 p4, Vector2 uv1, Vector2 uv2, Vector2 uv3, Vector2 uv4, uint col) => Native.ImDrawList_AddImageQuad(NativePtr, user_texture_id, p1, p2, p3, p4, uv1, uv2, uv3, uv4, col);
    public void AddImageRounded(IntPtr user_texture_id, Vector2 p_min, Vector2 p_max, Vector2 uv_min, Vector2 uv_max, uint col, float rounding) => AddImageRounded(user_texture_id, p_min, p_max, uv_min, uv_max, col, rounding, (ImDrawFlags)0);
    public void AddImageRounded(IntPtr user_texture_id, Vector2 p_min, Vector2 p_max, Vector2 uv_min, Vector2 uv_max, uint col, float rounding, ImDrawFlags flags) => Native.ImDrawList_AddImageRounded(NativePtr, user_texture_id, p_min, p_max, uv_min, uv_max, col, rounding, flags);
    public void AddLine(Vector2 p1, Vector2 p2, uint col) => AddLine(p1, p2, col, 1.0f);
    public void AddLine(Vector2 p1, Vector2 p2, uint col, float thickness) => Native.ImDrawList_AddLine(NativePtr, p1, p2, col, thickness);
    public void AddNgon(Vector2 center, float radius, uint col, int num_segments) => AddNgon(center, radius, col, num_segments, 1.0f);
    public void AddNgon(Vector2 center, float radius, uint col, int num_segments, float thickness) => Native.ImDrawList_AddNgon(NativePtr, center, radius, col, num_segments, thickness);
    public void AddNgonFilled(Vector2 center, float radius, uint col, int num_segments) => Native.ImDrawList_AddNgonFilled(NativePtr, center, radius, col, num_segments);
    public void AddPolyline(ref Vector2 points, int num_points, uint col, ImDrawFlags flags, float thickness) => Native.ImDrawList_AddPolyline(NativePtr, ref points, num_points, col, flags, thickness);
    public void AddQuad(Vector2 p1, Vector2 p2, Vector2 p3, Vector2 p4, uint col) => AddQuad(p1, p2, p3, p4, col, 1.0f);
    public void AddQuad(Vector2 p1, Vector2 p2, Vector2 p3, Vector2 p4, uint col, float thickness) => Native.ImDrawList_AddQuad(NativePtr, p1, p2, p3, p4, col, thickness);
    public void AddQuadFilled(Vector2 p1, Vector2 p2, Vector2 p3, Vector2 p4, uint col) => Native.ImDrawList_AddQuadFilled(NativePtr, p1, p2, p3, p4, col);
    public void AddRect(Vector2 p_min, Vector2 p_max, uint col) => AddRect(p_min, p_max, col, 0.0f, (ImDrawFlags)0, 1.0f);
    public void AddRect(Vector2 p_min, Vector2 p_max, uint col, float rounding) => AddRect(p_min, p_max, col, rounding, (ImDrawFlags)0, 1.0f);
    public void AddRect(Vector2 p_min, Vector2 p_max, uint col, float rounding, ImDrawFlags flags) => AddRect(p_min, p_max, col, rounding, flags, 1.0f);
    public void AddRect(Vector2 p_min, Vector2 p_max, uint col, float rounding, ImDrawFlags flags, float thickness) => Native.ImDrawList_AddRect(NativePtr, p_min, p_max, col, rounding, flags, thickness);
    public void AddRectFilled(Vector2 p_min, Vector2 p_max, uint col) => AddRectFilled(p_min, p_max, col, 0.0f, (ImDrawFlags)0);
    public void AddRectFilled(Vector2 p_min, Vector2 p_max, uint col, float rounding) => AddRectFilled(p_min, p_max, col, rounding, (ImDrawFlags)0);
    public void AddRectFilled(Vector2 p_min, Vector2 p_max, uint col, float rounding, ImDrawFlags flags) => Native.ImDrawList_AddRectFilled(NativePtr, p_min, p_max, col, rounding, flags);
    public void AddRectFilledMultiColor(Vector2 p_min, Vector2 p_max, uint col_upr_left, uint col_upr_right, uint col_bot_right, uint col_bot_left) => Native.ImDrawList_AddRectFilledMultiColor(NativePtr, p_min, p_max, col_upr_left, col_upr_right, col_bot_right, col_bot_left);
    public void AddTriangle(Vector2 p1, Vector2 p2, Vector2 p3, uint col) => AddTriangle(p1, p2, p3, col, 1.0f);
    public void AddTriangle(Vector2 p1, Vector2 p2, Vector2 p3, uint col, float thickness) => Native.ImDrawList_AddTriangle(NativePtr, p1, p2, p3, col, thickness);
    public void AddTriangleFilled(Vector2 p1, Vector2 p2, Vector2 p3, uint col) => Native.ImDrawList_AddTriangleFilled(NativePtr, p1, p2, p3, col);
    public void ChannelsMerge() => Native.ImDrawList_ChannelsMerge(NativePtr);
    public void ChannelsSetCurrent(int n) => Native.ImDrawList_ChannelsSetCurrent(NativePtr, n);
    public void ChannelsSplit(int count) => Native.ImDrawList_ChannelsSplit(NativePtr, count);
    public Vector2 GetClipRectMax()
    {
        Native.ImDrawList_GetClipRectMax(out var result, NativePtr);
        return result;
    }
    public Vector2 GetClipRectMin()
    {
        Native.ImDrawList_GetClipRectMin(out var result, NativePtr);
        return result;
    }
    public void PathArcTo(Vector2 center, float radius, float a_min, float a_max) => PathArcTo(center, radius, a_min, a_max, 0);
    public void PathArcTo(Vector2 center, float radius, float a_min, float a_max, int num_segments) => Native.ImDrawList_PathArcTo(NativePtr, center, radius, a_min, a_max, num_segments);
    public void PathClear() => Native.ImDrawList_PathClear(NativePtr);
    public void PathFillConvex(uint col) => Native.ImDrawList_PathFillConvex(NativePtr, col);
    public void PathLineTo(Vector2 pos) => Native.ImDrawList_PathLineTo(NativePtr, pos);
    public void PathStroke(uint col) => PathStroke(col, (ImDrawFlags)0, 1.0f);
    public void PathStroke(uint col, ImDrawFlags flags) => PathStroke(col, flags, 1.0f);
    public void PathStroke(uint col, ImDrawFlags flags, float thickness) => Native.ImDrawList_PathStroke(NativePtr, col, flags, thickness);
    public void PopClipRect() => Native.ImDrawList_PopClipRect(NativePtr);
    public void PushClipRect(Vector2 clip_rect_min, Vector2 clip_rect_max) => PushClipRect(clip_rect_min, clip_rect_max, false);
    public void PushClipRect(Vector2 clip_rect_min, Vector2 clip_rect_max, bool intersect_with_current_clip_rect) => Native.ImDrawList_PushClipRect(NativePtr, clip_rect_min, clip_rect_max, intersect_with_current_clip_rect);
    public void PushClipRectFullScreen() => Native.ImDrawList_PushClipRectFullScreen(NativePtr);
}
