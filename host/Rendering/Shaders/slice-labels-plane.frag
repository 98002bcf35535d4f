// What slice-labels.frag gives for filled phases in a slice of full resolution, with no more than that needs: in texels of the slice, without a filter.
vec2 inSlice(vec3 place)
{
    return extent.w < 1.5 ? place.xy : extent.w < 2.5 ? place.xz : place.yz;
}

vec4 phaseAt(ivec2 texel)
{
    int label = int(texelFetch(plane, texel, 0).r * 255.0 + 0.5);
    if (label == 255)
        return hatch();
    vec4 phase = texelFetch(table, ivec2(label, 0), 0);
    return vec4(phase.rgb * phase.a, phase.a);
}

void main()
{
    int samples = int(perColumn.w);
    vec3 texelsPerMicrometre = texels.xyz / extent.xyz;
    vec2 right = inSlice(perColumn.xyz * texelsPerMicrometre);
    vec2 down = inSlice(perRow.xyz * texelsPerMicrometre);
    vec2 upperLeft = inSlice(corner.xyz * texelsPerMicrometre) + (gl_FragCoord.x - 0.5) * right + (corner.w - gl_FragCoord.y - 0.5) * down;
    ivec2 size = ivec2(inSlice(texels.xyz));
    float share = 1.0 / float(samples);
    vec4 sum = vec4(0.0);
    float inside = 0.0;
    for (int i = 0; i < samples; i++)
    {
        for (int k = 0; k < samples; k++)
        {
            ivec2 texel = ivec2(floor(upperLeft + (float(k) + 0.5) * share * right + (float(i) + 0.5) * share * down));
            if (all(greaterThanEqual(texel, ivec2(0))) && all(lessThan(texel, size)))
            {
                sum += phaseAt(texel);
                inside += 1.0;
            }
        }
    }
    sum *= share * share;
    inside *= levels.x * share * share;
    if (sum.a <= 0.0 && (levels.z < 0.5 || inside <= 0.0))
        discard;
    color = blended(sum, levels.z, inside);
}
