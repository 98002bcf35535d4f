uniform sampler2D sceneDepth;
in vec2 place;
out vec4 color;

struct Ray
{
    vec3 origin;
    vec3 direction;
};

Ray rayOfPixel()
{
    vec3 aside = place.x * right.xyz + place.y * down.xyz;
    Ray ray = Ray(eye.xyz + eye.w * aside, forward.xyz + (1.0 - eye.w) * aside);
    // No component is exactly zero: what follows divides by them.
    ray.direction += vec3(lessThan(abs(ray.direction), vec3(1e-7))) * 2e-7;
    return ray;
}

// The part of a ray within a box from the origin to extent that the crop box and the planes leave; face is the outward normal where it comes in
// through a wall or a cut, else zero.
bool clipToBox(Ray ray, vec3 extent, out float first, out float last, out vec3 face)
{
    vec3 lowest = max(cropLow.xyz, vec3(0.0));
    vec3 highest = min(cropHigh.xyz, extent);
    vec3 low = (lowest - ray.origin) / ray.direction;
    vec3 high = (highest - ray.origin) / ray.direction;
    vec3 entry = min(low, high);
    vec3 exit = max(low, high);
    first = max(max(entry.x, entry.y), entry.z);
    last = min(min(exit.x, exit.y), exit.z);
    face = first >= right.w ? -sign(ray.direction) * vec3(equal(entry, vec3(first))) : vec3(0.0);
    first = max(first, right.w);
    ivec3 walls = (ivec3(int(cropHigh.w)) >> (ivec3(0, 2, 4) + ivec3(lessThan(ray.direction, vec3(0.0))))) & 1;
    goesOn = dot(abs(face), vec3(walls)) > 0.5;
    face = goesOn ? vec3(0.0) : face;
    clipToPlanes(ray.origin, ray.direction, first, last, face);
    goesOn = goesOn && dot(face, face) < 0.5;
    clipToPart(ray.origin, ray.direction, first, last, face);
    // A little short of the surface, or rounding lets a layer shine through where the surface lies on its own wall.
    if (forward.w > 0.5)
        last = min(last, right.w + (texelFetch(sceneDepth, ivec2(gl_FragCoord.xy), 0).r - 1e-4) * (down.w - right.w));
    return first < last && all(lessThan(lowest, highest));
}
