// See ImageBlock.
layout(std140) uniform Image
{
    vec4 extent;           // of the layer, µm; w: step, µm
    vec4 textureExtent;    // of the texture, which can reach past the layer when it is coarser, µm; w: opacity
    vec4 texel;            // one over the texture's size; w: isovalue as the texture stores it
    vec4 levels;           // place in the colormap = stored value * x + y; z: shift of the samples by a pattern, in steps; w: blending, see blend.glsl
    vec4 look;             // x: attenuation per µm; y: strength of the occlusion; z: shift of all samples, in steps
    vec4 detailLow;        // the corner of a part that there is finer, in the texture's coordinates; w: 1 if there is one
    vec4 detailScale;      // one over the size of what its texture covers, likewise
};
uniform sampler3D volume;
uniform sampler3D detail;
uniform sampler2D transfer;

float valueAt(vec3 position)
{
    if (detailLow.w > 0.5)
    {
        vec3 within = (position - detailLow.xyz) * detailScale.xyz;
        if (within == clamp(within, vec3(0.0), vec3(1.0)))
            return textureLod(detail, within, 0.0).r;
    }
    return textureLod(volume, position, 0.0).r;
}

// The place between the contrast limits, 0 to 1.
float placeOf(float value)
{
    return clamp(value * levels.x + levels.y, 0.0, 1.0);
}

// The entry of the table of colours or steps; gamma is in the table.
vec4 transferAt(float place)
{
    return textureLod(transfer, vec2(place * 1023.0 / 1024.0 + 0.5 / 1024.0, 0.5), 0.0);
}

vec4 transferOf(float value)
{
    return transferAt(placeOf(value));
}

// Puts the colour of a projected place over what is there. The darkest places let through what lies behind, so that empty space is no dark block.
void project(float place)
{
    float alpha = textureExtent.w * smoothstep(0.0, 0.15, place);
    if (alpha < 0.004 && levels.w < 0.5)
        discard;
    color = blended(vec4(transferAt(place).rgb * alpha, alpha), levels.w, textureExtent.w);
}

// Shifts the samples of neighbouring pixels against each other, so that steps do not show as rings.
float startShift()
{
    vec2 pixel = floor(gl_FragCoord.xy);
    return levels.z * fract(52.9829189 * fract(dot(pixel, vec2(0.06711056, 0.00583715))) + look.z);
}
