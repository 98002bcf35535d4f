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
    if (extent.w > 3.5)
    {
        vec3 aside = place * textureExtent.xyz - corner.xyz;
        vec2 pixel = vec2(dot(aside, perColumn.xyz) / dot(perColumn.xyz, perColumn.xyz), dot(aside, perRow.xyz) / dot(perRow.xyz, perRow.xyz));
        return textureLod(plane, pixel * perColumn.w / vec2(textureSize(plane, 0)), 0.0).r;
    }
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
