void main()
{
    Ray ray = rayOfPixel();
    float first, last;
    vec3 face;
    if (!clipToBox(ray, extent.xyz, first, last, face))
        discard;
    float stepT = extent.w / length(ray.direction);
    int count = max(1, int(ceil((last - first) / stepT - 1e-3)));
    // The steps are stretched or shrunk a little to end at the far wall: the outermost voxels count as the others.
    stepT = (last - first) / float(count);
    vec3 start = (ray.origin + ray.direction * (first + 0.5 * stepT)) / textureExtent.xyz;
    vec3 advance = ray.direction * stepT / textureExtent.xyz;
    float largest = -1e30;
    int where = 0;
    for (int i = 0; i < count;)
    {
        vec3 position = start + float(i) * advance;
        int skipped = emptySteps(position, advance);
        float value = skipped > 0 ? -1e30 : valueAt(position);
        where = value > largest ? i : where;
        largest = max(largest, value);
        i += max(skipped, 1);
    }
    project(placeOf(largest));
    gl_FragDepth = storedDepth(first + (float(where) + 0.5) * stepT);
}
