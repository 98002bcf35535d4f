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
    vec4 sum = vec4(0.0);
    float most = 0.0;
    int where = 0;
    for (int i = 0; i < count;)
    {
        vec3 position = start + float(i) * advance;
        int skipped = emptySteps(position, advance);
        // Colours in the transfer texture are multiplied with the opacity of one voxel times the step in voxels.
        vec4 here = skipped > 0 ? vec4(0.0) : transferOf(valueAt(position));
        where = here.a > most ? i : where;
        most = max(most, here.a);
        sum += here;
        i += max(skipped, 1);
    }
    // The steps were stretched: so is what they add.
    sum *= stepT * length(ray.direction) / extent.w;
    if (sum.a <= 0.0 && levels.w < 0.5)
        discard;
    // It adds to what is there and hides nothing of it, unless the layer is asked to replace it.
    vec3 added = min(sum.rgb, 1.0) * textureExtent.w;
    color = levels.w > 0.5 ? blended(vec4(added, textureExtent.w), levels.w, textureExtent.w) : vec4(added, 0.0);
    gl_FragDepth = storedDepth(first + (float(where) + 0.5) * stepT);
}
