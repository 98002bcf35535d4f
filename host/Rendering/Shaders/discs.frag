in vec2 away;
flat in float radius;
flat in vec3 albedo;
out vec4 color;

void main()
{
    int symbol = int(look.z + 0.5);
    float inside = insideOf(away / radius, symbol) * radius;
    float cover = clamp(inside + 0.5, 0.0, 1.0);
    if (cover <= 0.0)
        discard;
    // A darker rim tells discs of the ground's colour from it; rings and crosses would be nothing but rim.
    bool isThin = symbol == 1 || symbol == 4;
    vec3 shade = albedo * (inside < 1.2 && !isThin ? 0.45 : 1.0);
    color = vec4(shade, 1.0) * cover * paint.w;
}
