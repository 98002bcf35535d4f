#include "shim.h"

API void ImDrawList_AddBezierCubic(ImDrawList* self, ImVec2 p1, ImVec2 p2, ImVec2 p3, ImVec2 p4, unsigned int col, float thickness, int num_segments) { self->AddBezierCubic(p1, p2, p3, p4, col, thickness, num_segments); }
API void ImDrawList_AddCircle(ImDrawList* self, ImVec2 center, float radius, unsigned int col, int num_segments, float thickness) { self->AddCircle(center, radius, col, num_segments, thickness); }
API void ImDrawList_AddCircleFilled(ImDrawList* self, ImVec2 center, float radius, unsigned int col, int num_segments) { self->AddCircleFilled(center, radius, col, num_segments); }
API void ImDrawList_AddConvexPolyFilled(ImDrawList* self, float* points, int num_points, unsigned int col) { self->AddConvexPolyFilled(reinterpret_cast<const ImVec2*>(points), num_points, col); }
API void ImDrawList_AddImage(ImDrawList* self, void* user_texture_id, ImVec2 p_min, ImVec2 p_max, ImVec2 uv_min, ImVec2 uv_max, unsigned int col) { self->AddImage(user_texture_id, p_min, p_max, uv_min, uv_max, col); }
API void ImDrawList_AddImageQuad(ImDrawList* self, void* user_texture_id, ImVec2 p1, ImVec2 p2, ImVec2 p3, ImVec2 p4, ImVec2 uv1, ImVec2 uv2, ImVec2 uv3, ImVec2 uv4, unsigned int col) { self->AddImageQuad(user_texture_id, p1, p2, p3, p4, uv1, uv2, uv3, uv4, col); }
API void ImDrawList_AddImageRounded(ImDrawList* self, void* user_texture_id, ImVec2 p_min, ImVec2 p_max, ImVec2 uv_min, ImVec2 uv_max, unsigned int col, float rounding, int flags) { self->AddImageRounded(user_texture_id, p_min, p_max, uv_min, uv_max, col, rounding, flags); }
API void ImDrawList_AddLine(ImDrawList* self, ImVec2 p1, ImVec2 p2, unsigned int col, float thickness) { self->AddLine(p1, p2, col, thickness); }
API void ImDrawList_AddNgon(ImDrawList* self, ImVec2 center, float radius, unsigned int col, int num_segments, float thickness) { self->AddNgon(center, radius, col, num_segments, thickness); }
API void ImDrawList_AddNgonFilled(ImDrawList* self, ImVec2 center, float radius, unsigned int col, int num_segments) { self->AddNgonFilled(center, radius, col, num_segments); }
API void ImDrawList_AddPolyline(ImDrawList* self, float* points, int num_points, unsigned int col, int flags, float thickness) { self->AddPolyline(reinterpret_cast<const ImVec2*>(points), num_points, col, flags, thickness); }
API void ImDrawList_AddQuad(ImDrawList* self, ImVec2 p1, ImVec2 p2, ImVec2 p3, ImVec2 p4, unsigned int col, float thickness) { self->AddQuad(p1, p2, p3, p4, col, thickness); }
API void ImDrawList_AddQuadFilled(ImDrawList* self, ImVec2 p1, ImVec2 p2, ImVec2 p3, ImVec2 p4, unsigned int col) { self->AddQuadFilled(p1, p2, p3, p4, col); }
API void ImDrawList_AddRect(ImDrawList* self, ImVec2 p_min, ImVec2 p_max, unsigned int col, float rounding, int flags, float thickness) { self->AddRect(p_min, p_max, col, rounding, flags, thickness); }
API void ImDrawList_AddRectFilled(ImDrawList* self, ImVec2 p_min, ImVec2 p_max, unsigned int col, float rounding, int flags) { self->AddRectFilled(p_min, p_max, col, rounding, flags); }
API void ImDrawList_AddRectFilledMultiColor(ImDrawList* self, ImVec2 p_min, ImVec2 p_max, unsigned int col_upr_left, unsigned int col_upr_right, unsigned int col_bot_right, unsigned int col_bot_left) { self->AddRectFilledMultiColor(p_min, p_max, col_upr_left, col_upr_right, col_bot_right, col_bot_left); }
API void ImDrawList_AddTriangle(ImDrawList* self, ImVec2 p1, ImVec2 p2, ImVec2 p3, unsigned int col, float thickness) { self->AddTriangle(p1, p2, p3, col, thickness); }
API void ImDrawList_AddTriangleFilled(ImDrawList* self, ImVec2 p1, ImVec2 p2, ImVec2 p3, unsigned int col) { self->AddTriangleFilled(p1, p2, p3, col); }
API void ImDrawList_ChannelsMerge(ImDrawList* self) { self->ChannelsMerge(); }
API void ImDrawList_ChannelsSetCurrent(ImDrawList* self, int n) { self->ChannelsSetCurrent(n); }
API void ImDrawList_ChannelsSplit(ImDrawList* self, int count) { self->ChannelsSplit(count); }
API void ImDrawList_GetClipRectMax(ImVec2* result, ImDrawList* self) { *result = self->GetClipRectMax(); }
API void ImDrawList_GetClipRectMin(ImVec2* result, ImDrawList* self) { *result = self->GetClipRectMin(); }
API void ImDrawList_PathArcTo(ImDrawList* self, ImVec2 center, float radius, float a_min, float a_max, int num_segments) { self->PathArcTo(center, radius, a_min, a_max, num_segments); }
API void ImDrawList_PathClear(ImDrawList* self) { self->PathClear(); }
API void ImDrawList_PathFillConvex(ImDrawList* self, unsigned int col) { self->PathFillConvex(col); }
API void ImDrawList_PathLineTo(ImDrawList* self, ImVec2 pos) { self->PathLineTo(pos); }
API void ImDrawList_PathStroke(ImDrawList* self, unsigned int col, int flags, float thickness) { self->PathStroke(col, flags, thickness); }
API void ImDrawList_PopClipRect(ImDrawList* self) { self->PopClipRect(); }
API void ImDrawList_PushClipRect(ImDrawList* self, ImVec2 clip_rect_min, ImVec2 clip_rect_max, bool intersect_with_current_clip_rect) { self->PushClipRect(clip_rect_min, clip_rect_max, intersect_with_current_clip_rect); }
API void ImDrawList_PushClipRectFullScreen(ImDrawList* self) { self->PushClipRectFullScreen(); }
