// Chessboard distance to the nearest block with something to see, in blocks of 8 voxels: see EmptySpace.
uniform sampler3D emptiness;

// How many steps from a position nothing is seen for sure, all positions being within the texture (0 to 1).
int emptySteps(vec3 position, vec3 advance)
{
    vec3 cell = position / (texel.xyz * 8.0);
    ivec3 block = clamp(ivec3(cell), ivec3(0), textureSize(emptiness, 0) - 1);
    float free = floor(texelFetch(emptiness, block, 0).r * 255.0 + 0.5);
    // The cube of blocks around this one that is empty.
    vec3 wall = vec3(block) + mix(vec3(1.0 - free), vec3(free), greaterThan(advance, vec3(0.0)));
    vec3 steps = (wall - cell) * 8.0 * texel.xyz / advance;
    return free < 0.5 ? 0 : max(1, int(min(min(steps.x, steps.y), steps.z)));
}
