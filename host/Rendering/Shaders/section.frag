flat in vec3 albedo;
out vec4 color;

void main()
{
    color = vec4(albedo, 1.0) * paint.w;
}
