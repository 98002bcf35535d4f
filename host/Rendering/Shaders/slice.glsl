#version 330 core
// See SliceBlock. Positions are in µm in the order (x, y, z).
layout(std140) uniform Slice
{
    vec4 corner;           // the upper left corner of the view; w: height of the view in pixels
    vec4 perColumn;        // from a pixel to the one on its right; w: samples per pixel along each direction
    vec4 perRow;           // from a pixel to the one below; w: opacity
    vec4 extent;           // of the layer; w: 1, 2 or 3 when the samples come from a single full-resolution slice across z, y or x
    vec4 textureExtent;    // of the texture
    vec4 levels;           // place in the colormap = stored value * x + y
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

// What is stored at a position, in a slice of full resolution or in the volume.
float storedAt(vec3 position)
{
    vec3 place = position / textureExtent.xyz;
    if (extent.w < 0.5)
        return textureLod(volume, place, 0.0).r;
    return textureLod(plane, extent.w < 1.5 ? place.xy : extent.w < 2.5 ? place.xz : place.yz, 0.0).r;
}

// The same for a thick slice that begins at a position; false where all of it is outside.
bool projectedAt(vec3 position, out float stored)
{
    int samples = int(slab.w);
    float found = 0.0;
    stored = 0.0;
    for (int i = 0; i < samples; i++, position += slab.xyz)
    {
        if (!isInside(position))
            continue;
        float next = storedAt(position);
        stored = found < 0.5 ? next : projection.x < 0.5 ? max(stored, next) : projection.x < 1.5 ? min(stored, next) : stored + next;
        found += 1.0;
    }
    if (projection.x > 1.5)
        stored /= max(found, 1.0);
    return found > 0.5;
}

// Premultiplied; nothing outside of the layer.
vec4 colorAt(vec3 position);

void main()
{
    // When voxels are smaller than pixels, several of them make one pixel.
    int samples = int(perColumn.w);
    vec4 sum = vec4(0.0);
    for (int i = 0; i < samples * samples; i++)
    {
        vec3 position = positionOf((vec2(i % samples, i / samples) + 0.5) / float(samples));
        sum += colorAt(position);
    }
    sum *= perRow.w / float(samples * samples);
    if (sum.a <= 0.0)
        discard;
    color = sum;
}
