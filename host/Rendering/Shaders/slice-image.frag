vec4 colorAt(vec3 position)
{
    float value;
    if (!projectedAt(position, value))
        return vec4(0.0);
    float level = clamp(value * levels.x + levels.y, 0.0, 1.0);
    vec4 shade = textureLod(table, vec2(level * 1023.0 / 1024.0 + 0.5 / 1024.0, 0.5), 0.0);
    return vec4(shade.rgb * shade.a, shade.a);
}
