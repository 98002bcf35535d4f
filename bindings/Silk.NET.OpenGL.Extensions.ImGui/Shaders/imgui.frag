#version 330 core

uniform sampler2D image;

in vec2 fragmentTexturePosition;
in vec4 fragmentColour;

layout(location = 0) out vec4 outputColour;

void main()
{
    outputColour = fragmentColour * texture(image, fragmentTexturePosition);
}
