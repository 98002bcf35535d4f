#version 330 core

uniform mat4 projection;

layout(location = 0) in vec2 position;
layout(location = 1) in vec2 texturePosition;
layout(location = 2) in vec4 colour;

out vec2 fragmentTexturePosition;
out vec4 fragmentColour;

void main()
{
    fragmentTexturePosition = texturePosition;
    fragmentColour = colour;
    gl_Position = projection * vec4(position, 0.0, 1.0);
}
