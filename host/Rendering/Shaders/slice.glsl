#version 330 core
// See SliceBlock. Positions are in µm in the order (x, y, z).
layout(std140) uniform Slice
{
    vec4 corner;           // the upper left corner of the view; w: height of the view in pixels
    vec4 perColumn;        // from a pixel to the one on its right; w: samples per pixel along each direction
    vec4 perRow;           // from a pixel to the one below; w: opacity
    vec4 extent;           // of the layer; w: 1 when the samples come from a single full-resolution slice across z
    vec4 textureExtent;    // of the texture; w: width of outlines, pixels
    vec4 levels;           // of images: place in the colormap = stored value * x + y; of labels: opacity, and pixels of the picture per pixel of the view
                           // z: blending, see blend.glsl; w: of images 1 for cubic interpolation, of labels opacity of the hatch on unlabelled voxels
    vec4 texels;           // of the texture, along (x, y, z)
};
uniform sampler3D volume;
uniform sampler2D plane;
uniform sampler2D table;
out vec4 color;

vec3 positionOf(vec2 within)
{
    vec2 pixel = vec2(gl_FragCoord.x - 0.5, corner.w - gl_FragCoord.y - 0.5) + within;
    return corner.xyz + pixel.x * perColumn.xyz + pixel.y * perRow.xyz;
}

bool isInside(vec3 position)
{
    return all(greaterThanEqual(position, vec3(0.0))) && all(lessThan(position, extent.xyz));
}

// The colour of a place, multiplied with its opacity.
vec4 colorAt(vec3 position);

float opacityOfLayer();

vec4 blended(vec4 color, float way, float opacity);

void main()
{
    // When voxels are smaller than pixels, several of them make one pixel.
    int samples = int(perColumn.w);
    vec4 sum = vec4(0.0);
    float inside = 0.0;
    for (int i = 0; i < samples * samples; i++)
    {
        vec3 position = positionOf((vec2(i % samples, i / samples) + 0.5) / float(samples));
        if (isInside(position))
        {
            sum += colorAt(position);
            inside += 1.0;
        }
    }
    sum *= perRow.w / float(samples * samples);
    inside *= opacityOfLayer() / float(samples * samples);
    if (sum.a <= 0.0 && (levels.z < 0.5 || inside <= 0.0))
        discard;
    color = blended(sum, levels.z, inside);
}
