in vec2 away;
flat in float radius;
flat in vec3 albedo;
out vec4 color;

void main()
{
    float distance = length(away);
    float cover = clamp(radius + 0.5 - distance, 0.0, 1.0);
    if (cover <= 0.0)
        discard;
    // A darker rim tells discs of the ground's colour from it.
    vec3 shade = albedo * (distance > radius - 1.2 ? 0.45 : 1.0);
    color = vec4(shade, 1.0) * cover * paint.w;
}
