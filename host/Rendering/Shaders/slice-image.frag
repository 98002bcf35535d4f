vec4 colorAt(vec3 position)
{
    vec3 place = position / textureExtent.xyz;
    float value = extent.w > 0.5 ? textureLod(plane, place.xy, 0.0).r : textureLod(volume, place, 0.0).r;
    float level = clamp(value * levels.x + levels.y, 0.0, 1.0);
    vec4 shade = textureLod(table, vec2(level * 1023.0 / 1024.0 + 0.5 / 1024.0, 0.5), 0.0);
    return vec4(shade.rgb * shade.a, shade.a);
}
