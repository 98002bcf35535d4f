// The surface lies where a place is half solid; an eighth of the contrast limits leads from free to solid.
float solidAt(vec3 place)
{
    vec3 position = place * texel.xyz;
    return isCutAway(position * textureExtent.xyz) ? 0.0 : clamp((valueAt(position) - texel.w) * levels.x * 8.0 + 0.5, 0.0, 1.0);
}

void main()
{
    Ray ray = rayOfPixel();
    float first, last;
    vec3 face;
    if (!clipToBox(ray, extent.xyz, first, last, face))
        discard;
    float isovalue = texel.w;
    float stepT = extent.w / length(ray.direction);
    int count = int(ceil((last - first) / stepT));
    vec3 start = (ray.origin + ray.direction * first) / textureExtent.xyz;
    vec3 perT = ray.direction / textureExtent.xyz;
    vec3 advance = perT * stepT;
    int i = 0;
    while (i <= count)
    {
        vec3 here = start + float(i) * advance;
        int skipped = emptySteps(here, advance);
        if (skipped == 0 && valueAt(here) >= isovalue)
            break;
        i += max(skipped, 1);
    }
    if (i > count)
        discard;
    float above = float(i) * stepT;
    float below = max(above - stepT, 0.0);
    for (int halving = 0; halving < 7; halving++)
    {
        float middle = 0.5 * (below + above);
        bool beyond = valueAt(start + perT * middle) >= isovalue;
        above = beyond ? middle : above;
        below = beyond ? below : middle;
    }
    float t = first + above;
    if (t > last)
        discard;
    vec3 position = start + perT * above;
    vec3 slope = vec3(
        valueAt(position + vec3(texel.x, 0.0, 0.0)) - valueAt(position - vec3(texel.x, 0.0, 0.0)),
        valueAt(position + vec3(0.0, texel.y, 0.0)) - valueAt(position - vec3(0.0, texel.y, 0.0)),
        valueAt(position + vec3(0.0, 0.0, texel.z)) - valueAt(position - vec3(0.0, 0.0, texel.z)));
    slope /= texel.xyz * textureExtent.xyz;
    float steepness = length(slope);
    vec3 albedo = transferOf(isovalue).rgb;
    vec3 normal = steepness > 0.0 ? -slope / steepness : -normalize(ray.direction);
    vec3 voxel = texel.xyz * textureExtent.xyz;
    vec3 perEdge = min(min(voxel.x, voxel.y), voxel.z) / voxel;
    float shade = look.y > 0.0 ? 1.0 - look.y * coveredAt(position / texel.xyz, normal, perEdge) : 1.0;
    vec3 shaded = i == 0 && dot(face, face) > 0.5
        ? litCut(albedo, normalize(face), ray.direction)
        : lit(albedo, normal, ray.direction, shade);
    color = blended(vec4(shaded, 1.0) * textureExtent.w, levels.w, textureExtent.w);
    gl_FragDepth = storedDepth(t);
}
