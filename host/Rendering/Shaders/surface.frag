uniform sampler2D sceneDepth;
in vec3 position;
in vec3 normal;
in vec3 albedo;
in float depth;
out vec4 color;

void main()
{
    if (isCutAway(position))
        discard;
    float stored = storedDepth(depth);
    if (look.y > 0.5 && stored > texelFetch(sceneDepth, ivec2(gl_FragCoord.xy), 0).r)
        discard;
    vec3 direction = normalize(mix(position - eye.xyz, forward.xyz, eye.w));
    vec3 facing = normalize(normal);
    // Through a cut the inside is seen: darker, so that it is told from the outside.
    bool isInside = dot(facing, direction) > 0.0 && !gl_FrontFacing;
    vec3 shaded = lit(albedo * (isInside ? 0.6 : 1.0), isInside ? -facing : facing, direction, 1.0);
    color = vec4(shaded, 1.0) * paint.w;
    gl_FragDepth = stored;
}
