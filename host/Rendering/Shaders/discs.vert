// Six vertices for each point make a square around the disc in which the slice cuts its ball.
layout(location = 0) in vec4 disc;    // w: radius, µm
layout(location = 1) in vec4 tint;
out vec2 away;
flat out float radius;
flat out vec3 albedo;

void main()
{
    int number = gl_VertexID % 6;
    vec2 place = vec2(number == 1 || number == 3 || number == 4 ? 1.0 : -1.0, number == 2 || number == 4 || number == 5 ? 1.0 : -1.0);
    // Never so small that it is lost.
    radius = max(disc.w / length(perColumn.xyz), 2.0);
    away = place * (radius + 1.0);
    gl_Position = clipOf(pixelOf(disc.xyz) + away);
    albedo = tint.rgb;
}
