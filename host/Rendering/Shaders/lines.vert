layout(location = 0) in vec3 corner;
layout(location = 1) in vec3 tint;
out vec3 lineColor;
out float lineDepth;

void main()
{
    vec3 seen = corner - eye.xyz;
    float depth = dot(seen, forward.xyz);
    float w = mix(depth, 1.0, eye.w);
    gl_Position = vec4(dot(seen, right.xyz) / dot(right.xyz, right.xyz), -dot(seen, down.xyz) / dot(down.xyz, down.xyz), 0.0, w);
    lineColor = tint;
    lineDepth = depth;
}
