void main()
{
    Ray ray = rayOfPixel();
    float first, last;
    vec3 face;
    if (!clipToBox(ray, labelsExtent.xyz, first, last, face))
        discard;
    // From voxel to voxel, always through the nearest wall.
    vec3 origin = ray.origin / voxel.xyz;
    vec3 direction = ray.direction / voxel.xyz;
    vec3 most = size.xyz - 1.0;
    // A little behind the face, which may be the wall between two voxels: rounding must not choose the one that is cut away.
    vec3 cell = clamp(floor(origin + direction * first - face * 1e-3), vec3(0.0), most);
    vec3 way = sign(direction);
    vec3 wall = (cell + max(way, 0.0) - origin) / direction;
    vec3 between = abs(1.0 / direction);
    float t = first;
    vec3 entered = vec3(0.0);
    int label = 0;
    bool found = false;
    int count = int(size.x + size.y + size.z);
    for (int i = 0; i < count; i++)
    {
        label = labelAt(ivec3(cell));
        found = texelFetch(phases, ivec2(label, 1), 0).r > 0.5;
        if (found)
            break;
        t = min(min(wall.x, wall.y), wall.z);
        entered = vec3(lessThanEqual(wall, vec3(t)));
        wall += entered * between;
        cell += entered * way;
        // The wall of the box may be met a rounding error before the ray's end: beyond it there is no voxel.
        if (t >= last || cell != clamp(cell, vec3(0.0), most))
            break;
    }
    if (!found || t >= last)
        discard;
    vec3 position = origin + direction * t;
    vec3 normal = normalAt(position, opaqueChannels);
    float steepness = length(normal * min(min(voxel.x, voxel.y), voxel.z));
    vec4 phase = texelFetch(phases, ivec2(label, 0), 0);
    vec3 shaded;
    if (t <= first && dot(face, face) > 0.5)
    {
        shaded = litCut(phase.rgb, normalize(face), ray.direction);
    }
    else
    {
        // Where the smoothed field tells no direction, as around a single voxel, the voxel's own wall does.
        vec3 wallNormal = t > first ? -way * entered : -normalize(ray.direction);
        normal = steepness < 0.02 ? normalize(wallNormal) : normalize(normal);
        vec3 perEdge = min(min(voxel.x, voxel.y), voxel.z) / voxel.xyz;
        float shade = size.w > 0.0 ? 1.0 - size.w * coveredAt(position, normal, perEdge) : 1.0;
        shaded = lit(phase.rgb, normal, ray.direction, shade);
    }
    color = blended(vec4(shaded, 1.0), labelsExtent.w, 1.0);
    gl_FragDepth = storedDepth(t);
}
