#version 330 core
// Where places of the world (x, y, z), µm, stand in a slice view: see SheetBlock.
layout(std140) uniform Sheet
{
    vec4 corner;       // the upper left corner of the view; w: width of the view in pixels
    vec4 perColumn;    // from a pixel to the one on its right; w: height of the view in pixels
    vec4 perRow;       // from a pixel to the one below; w: width of lines, pixels
};

vec2 pixelOf(vec3 position)
{
    vec3 seen = position - corner.xyz;
    return vec2(dot(seen, perColumn.xyz) / dot(perColumn.xyz, perColumn.xyz), dot(seen, perRow.xyz) / dot(perRow.xyz, perRow.xyz));
}

vec4 clipOf(vec2 pixel)
{
    return vec4(pixel.x * 2.0 / corner.w - 1.0, 1.0 - pixel.y * 2.0 / perColumn.w, 0.0, 1.0);
}
