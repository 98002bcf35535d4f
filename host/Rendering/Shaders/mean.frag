#version 330 core
// A picture times a factor, pixel by pixel: see PictureMean.
layout(std140) uniform Mean
{
    vec4 factor;    // x
};
uniform sampler2D picture;
out vec4 color;

void main()
{
    color = texelFetch(picture, ivec2(gl_FragCoord.xy), 0) * factor.x;
}
