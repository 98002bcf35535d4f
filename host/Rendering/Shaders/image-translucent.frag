void main()
{
    Ray ray = rayOfPixel();
    float first, last;
    vec3 face;
    if (!clipToBox(ray, extent.xyz, first, last, face))
        discard;
    float stepT = extent.w / length(ray.direction);
    first += stepT * startShift();
    int count = int(ceil((last - first) / stepT));
    vec3 start = (ray.origin + ray.direction * first) / textureExtent.xyz;
    vec3 advance = ray.direction * stepT / textureExtent.xyz;
    vec4 sum = vec4(0.0);
    float most = 0.0;
    int where = 0;
    for (int i = 0; i < count;)
    {
        vec3 position = start + float(i) * advance;
        int skipped = emptySteps(position, advance);
        // Colours in the transfer texture are multiplied with their opacity, which is that of one step.
        vec4 here = skipped > 0 ? vec4(0.0) : transferOf(valueAt(position)) * (1.0 - sum.a);
        where = here.a > most ? i : where;
        most = max(most, here.a);
        sum += here;
        if (sum.a > 0.99)
            break;
        i += max(skipped, 1);
    }
    if (sum.a < 0.004 && levels.w < 0.5)
        discard;
    color = blended(sum * textureExtent.w, levels.w, textureExtent.w);
    gl_FragDepth = storedDepth(first + float(where) * stepT);
}
