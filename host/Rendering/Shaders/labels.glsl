// See LabelsBlock.
layout(std140) uniform Labels
{
    vec4 labelsExtent;     // of the layer, µm; w: blending, see blend.glsl
    vec4 voxel;            // edges of a texture voxel, µm; w: how many translucent surfaces a ray shades at most
    vec4 size;             // of the texture, voxels; w: strength of the occlusion
    vec4 opaqueChannels;   // 1 for each channel of the occupancy that belongs to the opaque phases
};
uniform sampler3D labels;       // one byte a voxel
uniform sampler3D occupancy;    // how much of the neighbourhood each channel's phases fill, smoothed
uniform sampler2D phases;       // row 0: colour and opacity by label; row 1: drawn opaque, drawn translucent, channel of the occupancy

int labelAt(ivec3 cell)
{
    return int(texelFetch(labels, cell, 0).r * 255.0 + 0.5);
}

float occupancyAt(vec3 position, vec4 channels)
{
    return dot(textureLod(occupancy, position, 0.0), channels);
}

// The slope of the occupancy in voxels, from four samples at the corners of a tetrahedron: as good as six along the axes in a smooth field.
vec3 slopeAt(vec3 position, float reach, vec4 channels)
{
    vec3 p = position / size.xyz;
    vec3 scale = reach / size.xyz;
    float a = occupancyAt(p + vec3(scale.x, -scale.y, -scale.z), channels);
    float b = occupancyAt(p + vec3(-scale.x, -scale.y, scale.z), channels);
    float c = occupancyAt(p + vec3(-scale.x, scale.y, -scale.z), channels);
    float d = occupancyAt(p + scale, channels);
    return vec3(a - b - c + d, -a - b + c + d, -a + b - c + d) * (0.25 / reach);
}

// The direction in which the phases of these channels thin out; not normalised. position in voxels, on the wall of a voxel.
vec3 normalAt(vec3 position, vec4 channels)
{
    // The walls of voxels lie a little before and behind the smooth surface that they stand for. The slope is taken on that surface:
    // else the steps would show as ribs.
    vec3 slope = slopeAt(position, 1.0, channels);
    float excess = occupancyAt(position / size.xyz, channels) - 0.5;
    vec3 aside = slope * (excess / max(dot(slope, slope), 0.01));
    position -= aside / max(length(aside) / 1.5, 1.0);
    return -slopeAt(position, 1.5, channels) / voxel.xyz;
}

float solidAt(vec3 place)
{
    return isCutAway(place * voxel.xyz) ? 0.0 : occupancyAt(place / size.xyz, opaqueChannels);
}
