// Six vertices for each piece of a line make it as wide as it shall be.
layout(location = 0) in vec3 from;
layout(location = 1) in vec3 to;
layout(location = 2) in vec4 tint;
flat out vec3 albedo;

void main()
{
    int number = gl_VertexID % 6;
    float end = number == 1 || number == 3 || number == 4 ? 1.0 : 0.0;
    float side = number == 2 || number == 4 || number == 5 ? 1.0 : -1.0;
    vec2 start = pixelOf(from);
    vec2 stop = pixelOf(to);
    vec2 along = stop - start;
    along = dot(along, along) > 1e-12 ? normalize(along) : vec2(1.0, 0.0);
    // A little longer than it is, so that corners have no gaps.
    vec2 place = mix(start, stop, end) + (along * (end * 2.0 - 1.0) * 0.5 + vec2(-along.y, along.x) * side) * perRow.w * 0.5;
    gl_Position = clipOf(place);
    albedo = look.x > 0.5 ? tint.rgb : paint.rgb;
}
