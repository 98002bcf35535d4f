// What is cut away of the layer that is drawn: see ClipBlock. Positions are in µm in the order (x, y, z).
const int MaxPlanes = 16;
layout(std140) uniform Clip
{
    vec4 cropLow;              // corner of the crop box with the lowest coordinates; w: how many planes cut
    vec4 cropHigh;             // corner with the highest; w: the walls behind which the layer goes on, drawn apart: 1 lowest x, 2 highest x, 4 and 8 of y, 16 and 32 of z
    vec4 planes[MaxPlanes];    // normal to the side that stays; w: its product with the points of the plane
    vec4 partLow;              // a part that is drawn apart; w: 1 to draw what lies before it and beside it, 2 to draw what lies behind it, 0 if there is none
    vec4 partHigh;
};

// Whether the ray of this pixel begins within the layer, where another part of it ends.
bool goesOn = false;

// Whether a place is cut away.
bool isCutAway(vec3 position)
{
    // Behind a wall where the layer goes on nothing is cut away.
    ivec3 walls = ivec3(int(cropHigh.w));
    vec3 low = cropLow.xyz - 1e20 * vec3((walls >> ivec3(0, 2, 4)) & 1);
    vec3 high = cropHigh.xyz + 1e20 * vec3((walls >> ivec3(1, 3, 5)) & 1);
    bool cut = any(lessThan(position, low)) || any(greaterThan(position, high));
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

// Takes from a ray what is drawn apart, and one side of it.
void clipToPart(vec3 origin, vec3 direction, inout float first, inout float last, inout vec3 face)
{
    if (partLow.w < 0.5)
        return;
    vec3 low = (partLow.xyz - origin) / direction;
    vec3 high = (partHigh.xyz - origin) / direction;
    vec3 entry = min(low, high);
    vec3 exit = max(low, high);
    float enters = max(max(entry.x, entry.y), entry.z);
    float leaves = min(min(exit.x, exit.y), exit.z);
    bool meets = enters < leaves && leaves > first && enters < last;
    if (partLow.w < 1.5)
    {
        last = meets ? min(last, enters) : last;
        return;
    }
    goesOn = meets;
    face = meets ? vec3(0.0) : face;
    first = meets ? leaves : last;
}
