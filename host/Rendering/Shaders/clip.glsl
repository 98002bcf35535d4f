// What is cut away of the layer that is drawn: see ClipBlock. Positions are in µm in the order (x, y, z).
const int MaxPlanes = 16;
layout(std140) uniform Clip
{
    vec4 cropLow;              // corner of the crop box with the lowest coordinates; w: how many planes cut
    vec4 cropHigh;             // corner with the highest
    vec4 planes[MaxPlanes];    // normal to the side that stays; w: its product with the points of the plane
};

// Whether a place is cut away.
bool isCutAway(vec3 position)
{
    bool cut = any(lessThan(position, cropLow.xyz)) || any(greaterThan(position, cropHigh.xyz));
    for (int i = 0; i < int(cropLow.w); i++)
        cut = cut || dot(planes[i].xyz, position) < planes[i].w;
    return cut;
}

// Takes from the part of a ray between first and last what the planes cut away. Where a plane begins it, face is the outward normal of the cut.
// Each plane moves one end alone, so what is left may be less than nothing.
void clipToPlanes(vec3 origin, vec3 direction, inout float first, inout float last, inout vec3 face)
{
    for (int i = 0; i < int(cropLow.w); i++)
    {
        float rate = dot(planes[i].xyz, direction);
        float gap = planes[i].w - dot(planes[i].xyz, origin);
        float at = gap / (abs(rate) < 1e-7 ? 1e-7 : rate);
        bool enters = rate >= 1e-7 && at > first;
        face = enters ? -planes[i].xyz : face;
        first = enters ? at : first;
        last = rate <= -1e-7 ? min(last, at) : last;
        // Along the plane a ray is cut away as a whole, or not at all.
        last = abs(rate) < 1e-7 && gap > 0.0 ? -1e30 : last;
    }
}
