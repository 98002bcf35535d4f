// The samplers are set to the nearest voxel.
int labelAt(vec3 position)
{
    return int(storedAt(position / textureExtent.xyz) * 255.0 + 0.5);
}

// The most frequent label of a thick slice, the lowest of those that are as frequent; of a thin one the label itself. Unlabelled voxels do not count.
const int MostLabels = 32;

int shownAt(vec3 position)
{
    int samples = extent.w > 3.5 ? 1 : min(int(slab.w), MostLabels);
    if (samples < 2)
        return labelAt(position);
    int labels[MostLabels];
    int count = 0;
    for (int i = 0; i < samples; i++, position += slab.xyz)
    {
        int label = isInside(position) ? labelAt(position) : 255;
        if (label < 255)
            labels[count++] = label;
    }
    int shown = 255;
    int most = 0;
    for (int i = 0; i < count; i++)
    {
        int same = 0;
        for (int k = i; k < count; k++)
            same += labels[k] == labels[i] ? 1 : 0;
        if (same > most || (same == most && labels[i] < shown))
        {
            shown = labels[i];
            most = same;
        }
    }
    return shown;
}

const vec2 Ways[8] = vec2[8](vec2(1.0, 0.0), vec2(-1.0, 0.0), vec2(0.0, 1.0), vec2(0.0, -1.0),
    vec2(0.7071, 0.7071), vec2(0.7071, -0.7071), vec2(-0.7071, 0.7071), vec2(-0.7071, -0.7071));

// Whether another label is nearer than a number of pixels. Looks in eight directions, at most at twelve distances.
bool isOutline(vec3 position, int label, float width)
{
    float stride = max(1.0, ceil(width / 12.0));
    for (float distance = min(stride, width); distance <= width; distance += distance < width ? min(stride, width - distance) : 1.0)
    {
        for (int i = 0; i < 8; i++)
        {
            vec2 step = distance * Ways[i];
            vec3 there = position + step.x * perColumn.xyz + step.y * perRow.xyz;
            if ((isInside(there) || isBehind(there)) && shownAt(there) != label)
                return true;
        }
    }
    return false;
}

vec4 colorAt(vec3 position)
{
    int label = shownAt(position);
    if (label == 255)
        return hatch();
    vec4 phase = texelFetch(table, ivec2(label, 0), 0);
    if (phase.a <= 0.0 || (textureExtent.w > 0.5 && !isOutline(position, label, textureExtent.w)))
        return vec4(0.0);
    return vec4(phase.rgb * phase.a, phase.a);
}

float opacityOfLayer()
{
    return levels.x;
}
