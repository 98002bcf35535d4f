#version 330 core
// One triangle that covers the view; no buffers needed.
out vec2 place;    // -1 to 1, x to the right, y down

void main()
{
    vec2 corner = vec2((gl_VertexID << 1) & 2, gl_VertexID & 2) * 2.0 - 1.0;
    place = vec2(corner.x, -corner.y);
    gl_Position = vec4(corner, 0.0, 1.0);
}
