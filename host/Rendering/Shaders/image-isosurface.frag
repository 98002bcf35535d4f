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
    vec3 position = start;
    int i = 0;
    for (; i <= count; i++)
    {
        if (valueAt(position) >= isovalue)
            break;
        position += advance;
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
    position = start + perT * above;
    vec3 slope = vec3(
        valueAt(position + vec3(texel.x, 0.0, 0.0)) - valueAt(position - vec3(texel.x, 0.0, 0.0)),
        valueAt(position + vec3(0.0, texel.y, 0.0)) - valueAt(position - vec3(0.0, texel.y, 0.0)),
        valueAt(position + vec3(0.0, 0.0, texel.z)) - valueAt(position - vec3(0.0, 0.0, texel.z)));
    slope /= texel.xyz * textureExtent.xyz;
    float steepness = length(slope);
    vec3 albedo = transferOf(isovalue).rgb;
    vec3 shaded = i == 0 && dot(face, face) > 0.5
        ? litCut(albedo, normalize(face), ray.direction)
        : lit(albedo, steepness > 0.0 ? -slope / steepness : -normalize(ray.direction), ray.direction, 1.0);
    color = vec4(shaded, 1.0) * textureExtent.w;
    gl_FragDepth = storedDepth(t);
}
