// Thin stripes, light and dark beside each other, so that they are seen on any ground.
vec4 hatch()
{
    float across = mod((gl_FragCoord.x + gl_FragCoord.y) / max(levels.y, 1.0), 10.0);
    return across < 1.0 ? vec4(levels.w) : across < 2.0 ? vec4(0.0, 0.0, 0.0, levels.w) : vec4(0.0);
}
