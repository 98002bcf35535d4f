#version 330 core
in vec2 place;
out vec4 color;

void main()
{
    // A calm dark tone, a little lighter behind the middle, so that both bright and dark phases stand out.
    float glow = 1.0 - smoothstep(0.0, 1.6, length(place + vec2(0.0, 0.15)));
    color = vec4(mix(vec3(0.047, 0.058, 0.077), vec3(0.105, 0.126, 0.160), glow), 1.0);
}
