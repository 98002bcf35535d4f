// A layer shown on planes without depth: see PlanesBlock. What the planes of one layer hide of one another is sorted here.
layout(std140) uniform Planes
{
    vec4 shown[3];    // normal; w: its product with the points of the plane
    vec4 counts;      // x: how many planes there are
};

// Colour of the layer at a place in µm, multiplied with its opacity.
vec4 colorOn(vec3 position);

vec3 extentOfLayer();

float meeting(Ray ray, int plane)
{
    float rate = dot(shown[plane].xyz, ray.direction);
    float t = (shown[plane].w - dot(shown[plane].xyz, ray.origin)) / (abs(rate) < 1e-7 ? 1e-7 : rate);
    return plane < int(counts.x) && abs(rate) >= 1e-7 && t >= right.w ? t : 1e30;
}

void main()
{
    Ray ray = rayOfPixel();
    vec3 at = vec3(meeting(ray, 0), meeting(ray, 1), meeting(ray, 2));
    at.xy = vec2(min(at.x, at.y), max(at.x, at.y));
    at.yz = vec2(min(at.y, at.z), max(at.y, at.z));
    at.xy = vec2(min(at.x, at.y), max(at.x, at.y));
    vec4 sum = vec4(0.0);
    float seen = 0.0;
    for (int i = 0; i < 3; i++)
    {
        vec3 position = ray.origin + ray.direction * at[i];
        bool isThere = at[i] < 1e29 && all(greaterThanEqual(position, vec3(0.0))) && all(lessThan(position, extentOfLayer())) && !isCutAway(position);
        vec4 here = isThere ? colorOn(position) * (1.0 - sum.a) : vec4(0.0);
        seen = sum.a < 0.02 && here.a >= 0.02 ? at[i] : seen;
        sum += here;
    }
    if (sum.a < 0.02)
        discard;
    color = sum;
    gl_FragDepth = storedDepth(seen);
}
