// The weights of four neighbours at equal distances for a place t between the second and the third: Catmull and Rom (1974).
vec4 cubicWeights(float t)
{
    return vec4(((2.0 - t) * t - 1.0) * t, (3.0 * t - 5.0) * t * t + 2.0, ((4.0 - 3.0 * t) * t + 1.0) * t, (t - 1.0) * t * t) * 0.5;
}

float sampled(vec3 place)
{
    return extent.w > 0.5 ? textureLod(plane, place.xy, 0.0).r : textureLod(volume, place, 0.0).r;
}

// Cubic along the two axes of the slice, through the 16 voxels around.
float cubic(vec3 place)
{
    vec3 right = vec3(greaterThan(abs(perColumn.xyz), vec3(0.0)));
    vec3 down = vec3(greaterThan(abs(perRow.xyz), vec3(0.0)));
    vec3 cells = place * texels.xyz - 0.5;
    vec3 whole = mix(cells, floor(cells), right + down);
    vec4 across = cubicWeights(dot(cells - whole, right));
    vec4 along = cubicWeights(dot(cells - whole, down));
    float sum = 0.0;
    for (int row = 0; row < 4; row++)
    {
        for (int column = 0; column < 4; column++)
            sum += across[column] * along[row] * sampled((whole + 0.5 + float(column - 1) * right + float(row - 1) * down) / texels.xyz);
    }
    return sum;
}

vec4 colorAt(vec3 position)
{
    vec3 place = position / textureExtent.xyz;
    float value = levels.w > 0.5 ? cubic(place) : sampled(place);
    float level = clamp(value * levels.x + levels.y, 0.0, 1.0);
    vec4 shade = textureLod(table, vec2(level * 1023.0 / 1024.0 + 0.5 / 1024.0, 0.5), 0.0);
    return vec4(shade.rgb * shade.a, shade.a);
}

float opacityOfLayer()
{
    return perRow.w;
}
