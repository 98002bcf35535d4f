void main()
{
    Ray ray = rayOfPixel();
    float first, last;
    vec3 face;
    if (!clipToBox(ray, extent.xyz, first, last, face))
        discard;
    float stepT = extent.w / length(ray.direction);
    int count = int((last - first) / stepT) + 1;
    // The steps are stretched or shrunk a little to end at the far wall: the outermost voxels count as the others.
    stepT = (last - first) / float(count);
    vec3 position = (ray.origin + ray.direction * (first + 0.5 * stepT)) / textureExtent.xyz;
    vec3 advance = ray.direction * stepT / textureExtent.xyz;
    float largest = -1e30;
    int where = 0;
    for (int i = 0; i < count; i++)
    {
        float value = valueAt(position);
        where = value > largest ? i : where;
        largest = max(largest, value);
        position += advance;
    }
    float place = clamp(largest * levels.x + levels.y, 0.0, 1.0);
    // The darkest values let through what lies behind, so that empty space is no dark block.
    float alpha = textureExtent.w * smoothstep(0.0, 0.15, place);
    if (alpha < 0.004)
        discard;
    color = vec4(transferOf(largest).rgb * alpha, alpha);
    gl_FragDepth = storedDepth(first + (float(where) + 0.5) * stepT);
}
