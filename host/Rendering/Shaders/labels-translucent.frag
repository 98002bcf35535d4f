void main()
{
    Ray ray = rayOfPixel();
    float first, last;
    vec3 face;
    if (!clipToBox(ray, labelsExtent.xyz, first, last, face))
        discard;
    findFilms(ray, first, last, face);
    if (crossings == 0)
        discard;
    vec4 sum = vec4(0.0);
    for (int i = 0; i < crossings; i++)
        sum += filmAt(ray, i, first, face) * (1.0 - sum.a);
    color = blended(sum, labelsExtent.w, sum.a);
    gl_FragDepth = storedDepth(crossing[0]);
}
