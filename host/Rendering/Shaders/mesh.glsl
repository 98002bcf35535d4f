// See MeshBlock.
layout(std140) uniform Mesh
{
    vec4 paint;    // colour of what has none of its own; w: opacity
    vec4 look;     // x: 1 where vertices have colours of their own; y: 1 when surfaces drawn before hide what lies behind them, which is tested here; z: the sign of points
};
