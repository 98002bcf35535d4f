#version 330 core
// See SliceBlock. Positions are in µm in the order (x, y, z).
layout(std140) uniform Slice
{
    vec4 corner;           // the upper left corner of the view; w: height of the view in pixels
    vec4 perColumn;        // from a pixel to the one on its right; w: samples per pixel along each direction
    vec4 perRow;           // from a pixel to the one below; w: opacity
    vec4 extent;           // of the layer; w: 1, 2 or 3 when the samples come from a single full-resolution slice across z, y or x
    vec4 textureExtent;    // of the texture; w: width of outlines, pixels
    vec4 levels;           // of images: place in the colormap = stored value * x + y; of labels: opacity, and pixels of the picture per pixel of the view
                           // z: blending, see blend.glsl; w: of images 1 for cubic interpolation, of labels opacity of the hatch on unlabelled voxels
    vec4 texels;           // of the texture, along (x, y, z)
    vec4 slab;             // from a sample of a thick slice to the one behind it; w: how many there are
    vec4 projection;       // x: what becomes of them: 0 the largest, 1 the smallest, 2 the mean
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

// What is stored at a place of the texture (0 to 1): in a slice of full resolution, or in the volume.
float storedAt(vec3 place)
{
    if (extent.w < 0.5)
        return textureLod(volume, place, 0.0).r;
    return textureLod(plane, extent.w < 1.5 ? place.xy : extent.w < 2.5 ? place.xz : place.yz, 0.0).r;
}

// Whether a thick slice that begins outside of the layer comes into it.
bool isBehind(vec3 position)
{
    for (int i = int(slab.w); i > 1; i--)
    {
        position += slab.xyz;
        if (isInside(position))
            return true;
    }
    return false;
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
        if (isInside(position) || isBehind(position))
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
