vec4 colorAt(vec3 position)
{
    if (!isInside(position))
        return vec4(0.0);
    // The samplers are set to the nearest voxel.
    float value = storedAt(position);
    vec4 phase = texelFetch(table, ivec2(int(value * 255.0 + 0.5), 0), 0);
    return vec4(phase.rgb * phase.a, phase.a);
}
