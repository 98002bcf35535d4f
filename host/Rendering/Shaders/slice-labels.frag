vec4 colorAt(vec3 position)
{
    // The samplers are set to the nearest voxel.
    vec3 place = position / textureExtent.xyz;
    float value = extent.w > 0.5 ? textureLod(plane, place.xy, 0.0).r : textureLod(volume, place, 0.0).r;
    vec4 phase = texelFetch(table, ivec2(int(value * 255.0 + 0.5), 0), 0);
    return vec4(phase.rgb * phase.a, phase.a);
}
