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
    vec3 position = (ray.origin + ray.direction * (first + 0.5 * stepT)) / textureExtent.xyz;
    vec3 advance = ray.direction * stepT / textureExtent.xyz;
    float sum = 0.0;
    float largest = -1e30;
    int where = 0;
    for (int i = 0; i < count; i++)
    {
        float value = valueAt(position);
        where = value > largest ? i : where;
        largest = max(largest, value);
        sum += value;
        position += advance;
    }
    project(placeOf(sum / float(count)));
    // A mean lies nowhere: the brightest place stands for it.
    gl_FragDepth = storedDepth(first + (float(where) + 0.5) * stepT);
}
