// Six vertices for each point make a square that faces the eye and holds the ball.
layout(location = 0) in vec4 ball;    // w: radius, µm
layout(location = 1) in vec4 tint;
out vec3 position;
flat out vec4 sphere;
flat out vec3 albedo;

void main()
{
    int corner = gl_VertexID % 6;
    vec2 place = vec2(corner == 1 || corner == 3 || corner == 4 ? 1.0 : -1.0, corner == 2 || corner == 4 || corner == 5 ? 1.0 : -1.0);
    vec3 seen = ball.xyz - eye.xyz;
    float distance = length(seen);
    // With perspective a ball covers more than its own section.
    float reach = ball.w * mix(distance / sqrt(max(distance * distance - ball.w * ball.w, 0.01 * distance * distance)), 1.0, eye.w);
    vec3 ahead = mix(seen / distance, forward.xyz, eye.w);
    vec3 side = normalize(cross(ahead, down.xyz));
    position = ball.xyz + (side * place.x + normalize(cross(ahead, side)) * place.y) * reach;
    seen = position - eye.xyz;
    gl_Position = vec4(dot(seen, right.xyz) / dot(right.xyz, right.xyz), -dot(seen, down.xyz) / dot(down.xyz, down.xyz), 0.0, mix(dot(seen, forward.xyz), 1.0, eye.w));
    sphere = ball;
    albedo = tint.rgb;
}
