// Translucent phases are films where a ray comes into them.
const int MaxCrossings = 10;
float crossing[MaxCrossings];    // depths, rising
int crossed[MaxCrossings];       // the phases
int crossings = 0;

// Notes the places where the ray comes into another translucent phase: shading inside the loop would be paid for every voxel.
void findFilms(Ray ray, float first, float last, vec3 face)
{
    vec3 origin = ray.origin / voxel.xyz;
    vec3 direction = ray.direction / voxel.xyz;
    vec3 most = size.xyz - 1.0;
    // A little behind the face, which may be the wall between two voxels: rounding must not choose the one that is cut away.
    vec3 cell = clamp(floor(origin + direction * first - face * 1e-3), vec3(0.0), most);
    vec3 way = sign(direction);
    vec3 wall = (cell + max(way, 0.0) - origin) / direction;
    vec3 between = abs(1.0 / direction);
    float t = first;
    int crossingsWanted = min(int(voxel.w), MaxCrossings);
    int before = goesOn ? labelAt(ivec3(cell)) : -1;
    int count = int(size.x + size.y + size.z);
    for (int i = 0; i < count; i++)
    {
        int label = labelAt(ivec3(cell));
        if (label != before && texelFetch(phases, ivec2(label, 1), 0).g > 0.5)
        {
            crossing[crossings] = t;
            crossed[crossings] = label;
            crossings++;
        }
        before = label;
        t = min(min(wall.x, wall.y), wall.z);
        vec3 entered = vec3(lessThanEqual(wall, vec3(t)));
        wall += entered * between;
        cell += entered * way;
        if (t >= last || crossings == crossingsWanted || cell != clamp(cell, vec3(0.0), most))
            break;
    }
}

// The colour of a film, multiplied with its opacity. face is where the ray came into the layer at depth first.
vec4 filmAt(Ray ray, int film, float first, vec3 face)
{
    vec4 phase = texelFetch(phases, ivec2(crossed[film], 0), 0);
    int channel = int(texelFetch(phases, ivec2(crossed[film], 1), 0).b * 255.0 + 0.5);
    vec4 channels = vec4(equal(ivec4(channel), ivec4(0, 1, 2, 3)));
    vec3 position = (ray.origin + ray.direction * crossing[film]) / voxel.xyz;
    // A film of a single voxel has hardly a slope: what is left of it is noise, and is outweighed by the direction of sight.
    vec3 normal = -slopeAt(position, 1.5, channels) * min(min(voxel.x, voxel.y), voxel.z) / voxel.xyz - 0.05 * normalize(ray.direction);
    bool atWall = crossing[film] <= first && dot(face, face) > 0.5;
    normal = normalize(atWall ? face : normal);
    // Seen along the surface, a film is thicker: its rim is denser.
    float rim = 1.0 - abs(dot(normal, normalize(ray.direction)));
    float alpha = 1.0 - pow(1.0 - phase.a, 1.0 + 1.5 * rim * rim);
    return vec4(lit(phase.rgb, normal, ray.direction, 1.0), 1.0) * alpha;
}
