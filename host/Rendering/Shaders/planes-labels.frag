vec4 colorOn(vec3 position)
{
    vec4 phase = texelFetch(phases, ivec2(labelAt(ivec3(min(position / voxel.xyz, size.xyz - 1.0))), 0), 0);
    return vec4(phase.rgb * phase.a, phase.a);
}

vec3 extentOfLayer()
{
    return labelsExtent.xyz;
}
