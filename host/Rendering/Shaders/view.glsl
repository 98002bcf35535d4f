#version 330 core
// How the camera looks: see ViewBlock. Directions of sight have length 1 along the line of sight, so a ray's t is the depth under the eye, µm.
layout(std140) uniform View
{
    vec4 eye;        // w: 1 when the lines of sight are parallel
    vec4 right;      // from the middle of the view to its right edge; w: least depth in the scene
    vec4 down;       // from the middle to the lower edge; w: greatest depth in the scene
    vec4 forward;    // w: 1 when surfaces drawn before end the rays
};

float storedDepth(float t)
{
    return clamp((t - right.w) / (down.w - right.w), 0.0, 1.0);
}
