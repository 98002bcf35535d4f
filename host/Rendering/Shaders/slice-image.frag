// The weights of four neighbours at equal distances for a place t between the second and the third: Catmull and Rom (1974).
vec4 cubicWeights(float t)
{
    return vec4(((2.0 - t) * t - 1.0) * t, (3.0 * t - 5.0) * t * t + 2.0, ((4.0 - 3.0 * t) * t + 1.0) * t, (t - 1.0) * t * t) * 0.5;
}

// Cubic along the two axes of a slice that is not oblique, through the 16 voxels around.
float cubic(vec3 place)
{
    vec3 within = vec3(greaterThan(abs(perColumn.xyz) + abs(perRow.xyz), vec3(0.0)));
    vec3 right = within.x > 0.5 ? vec3(1.0, 0.0, 0.0) : vec3(0.0, 1.0, 0.0);
    vec3 down = within - right;
    vec3 cells = place * texels.xyz - 0.5;
    vec3 whole = mix(cells, floor(cells), right + down);
    vec4 across = cubicWeights(dot(cells - whole, right));
    vec4 along = cubicWeights(dot(cells - whole, down));
    float sum = 0.0;
    for (int row = 0; row < 4; row++)
    {
        for (int column = 0; column < 4; column++)
            sum += across[column] * along[row] * storedAt((whole + 0.5 + float(column - 1) * right + float(row - 1) * down) / texels.xyz);
    }
    return sum;
}

vec4 colorOf(float level)
{
    vec4 shade = textureLod(table, vec2(clamp(level, 0.0, 1.0) * 1023.0 / 1024.0 + 0.5 / 1024.0, 0.5), 0.0);
    return vec4(shade.rgb * shade.a, shade.a);
}

vec4 colorAt(vec3 position)
{
    float value = 0.0;
    float found = 0.0;
    // What was read for the view: projected already, and with a value of its own where there is nothing; see ObliqueImage.
    if (extent.w > 3.5)
    {
        value = storedAt(position / textureExtent.xyz);
        return value < -3.0e38 ? vec4(0.0) : colorOf(value * levels.x + levels.y);
    }
    int samples = int(slab.w);
    for (int i = 0; i < samples; i++, position += slab.xyz)
    {
        if (!isInside(position))
            continue;
        vec3 place = position / textureExtent.xyz;
        float next = levels.w > 0.5 ? cubic(place) : storedAt(place);
        value = found < 0.5 ? next : projection.x < 0.5 ? max(value, next) : projection.x < 1.5 ? min(value, next) : value + next;
        found += 1.0;
    }
    if (found < 0.5)
        return vec4(0.0);
    // The mean of a thick slice.
    if (projection.x > 1.5 && projection.x < 2.5)
        value /= found;
    float level = value * levels.x + levels.y;
    // In a sum each voxel has its part of what zero stands for.
    if (projection.x > 2.5)
        level = value * projection.y * levels.x + (found * projection.y - 1.0) * projection.z + levels.y;
    return colorOf(level);
}

float opacityOfLayer()
{
    return perRow.w;
}
