layout(location = 0) in vec3 corner;
layout(location = 1) in vec3 outward;
layout(location = 2) in vec4 tint;
out vec3 position;
out vec3 normal;
out vec3 albedo;
out float depth;

void main()
{
    vec3 seen = corner - eye.xyz;
    depth = dot(seen, forward.xyz);
    float w = mix(depth, 1.0, eye.w);
    gl_Position = vec4(dot(seen, right.xyz) / dot(right.xyz, right.xyz), -dot(seen, down.xyz) / dot(down.xyz, down.xyz), 0.0, w);
    position = corner;
    normal = outward;
    albedo = look.x > 0.5 ? tint.rgb : paint.rgb;
}
