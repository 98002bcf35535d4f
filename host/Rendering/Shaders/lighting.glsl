// A lamp beside the eye, light from above, and a small highlight. shade: below 1 where the surroundings keep light away.
vec3 lit(vec3 albedo, vec3 normal, vec3 direction, float shade)
{
    vec3 toEye = -normalize(direction);
    // Noise can turn a normal away from the eye that sees the surface: such a place is grazed, not black.
    float facing = dot(normal, toEye);
    normal = normalize(normal + toEye * max(0.02 - facing, 0.0));
    vec3 up = -normalize(down.xyz);
    vec3 lamp = normalize(toEye + 0.40 * up - 0.15 * normalize(right.xyz));
    float diffuse = max(dot(normal, lamp), 0.0);
    float sky = 0.5 + 0.5 * dot(normal, up);
    float highlight = pow(max(dot(normal, normalize(lamp + toEye)), 0.0), 28.0);
    return albedo * shade * (0.30 + 0.20 * sky + 0.58 * diffuse) + 0.12 * highlight * shade;
}

// A wall where the box cuts through a phase is no surface of the material: nearly its plain colour, so that it can be read off.
vec3 litCut(vec3 albedo, vec3 normal, vec3 direction)
{
    float facing = abs(dot(normal, normalize(direction)));
    float sky = 0.5 - 0.5 * dot(normal, normalize(down.xyz));
    return albedo * (0.66 + 0.16 * facing + 0.18 * sky);
}
