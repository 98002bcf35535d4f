void main()
{
    Ray ray = rayOfPixel();
    float first, last;
    vec3 face;
    if (!clipToBox(ray, extent.xyz, first, last, face))
        discard;
    float stepT = extent.w / length(ray.direction);
    int count = max(1, int(ceil((last - first) / stepT - 1e-3)));
    stepT = (last - first) / float(count);
    vec3 start = (ray.origin + ray.direction * (first + 0.5 * stepT)) / textureExtent.xyz;
    vec3 advance = ray.direction * stepT / textureExtent.xyz;
    float perStep = look.x * stepT * length(ray.direction);
    float before = 0.0;
    float through = 1.0;
    float largest = 0.0;
    int where = 0;
    for (int i = 0; i < count;)
    {
        vec3 position = start + float(i) * advance;
        int skipped = emptySteps(position, advance);
        float here = skipped > 0 ? 0.0 : placeOf(valueAt(position));
        float seen = here * through;
        where = seen > largest ? i : where;
        largest = max(largest, seen);
        before += here;
        through = exp(-perStep * before);
        // No place is above 1: what comes cannot be brighter any more.
        if (through <= largest)
            break;
        i += max(skipped, 1);
    }
    project(largest);
    gl_FragDepth = storedDepth(first + (float(where) + 0.5) * stepT);
}
