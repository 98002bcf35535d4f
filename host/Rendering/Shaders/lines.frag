in vec3 lineColor;
in float lineDepth;
out vec4 color;

void main()
{
    color = vec4(lineColor, 1.0);
    // A little nearer than the walls of the box, on which the lines lie.
    gl_FragDepth = clamp(storedDepth(lineDepth) - 0.002, 0.0, 1.0);
}
