uniform sampler2D sceneDepth;
in vec3 position;
flat in vec4 sphere;
flat in vec3 albedo;
out vec4 color;

void main()
{
    vec3 direction = normalize(mix(position - eye.xyz, forward.xyz, eye.w));
    // From a place near the ball, not from the eye: far away, floats would not hold its surface.
    vec3 origin = position - direction * 2.0 * sphere.w;
    int symbol = int(look.z + 0.5);
    float closest = dot(sphere.xyz - origin, direction);
    vec3 aside = origin + direction * closest - sphere.xyz;
    float half2 = sphere.w * sphere.w - dot(aside, aside);
    if (symbol != 0)
    {
        // A flat sign across the line of sight, a little thick so that what cuts balls cuts it too.
        if (insideOf(vec2(dot(aside, right.xyz) / length(right.xyz), dot(aside, down.xyz) / length(down.xyz)) / sphere.w, symbol) <= 0.0)
            discard;
        half2 = sphere.w * sphere.w * 1e-6;
    }
    if (half2 <= 0.0)
        discard;
    float first = closest - sqrt(half2);
    float last = closest + sqrt(half2);
    vec3 face = vec3(0.0);
    vec3 slope = direction + vec3(lessThan(abs(direction), vec3(1e-7))) * 2e-7;
    vec3 low = (cropLow.xyz - origin) / slope;
    vec3 high = (cropHigh.xyz - origin) / slope;
    vec3 entry = min(low, high);
    float entered = max(max(entry.x, entry.y), entry.z);
    if (entered > first)
    {
        first = entered;
        face = -sign(slope) * vec3(equal(entry, vec3(entered)));
    }
    last = min(last, min(min(max(low.x, high.x), max(low.y, high.y)), max(low.z, high.z)));
    clipToPlanes(origin, direction, first, last, face);
    if (first >= last)
        discard;
    vec3 hit = origin + direction * first;
    float stored = storedDepth(dot(hit - eye.xyz, forward.xyz));
    if (look.y > 0.5 && stored > texelFetch(sceneDepth, ivec2(gl_FragCoord.xy), 0).r)
        discard;
    vec3 shaded = symbol != 0 ? albedo : dot(face, face) > 0.5 ? litCut(albedo, normalize(face), direction) : lit(albedo, normalize(hit - sphere.xyz), direction, 1.0);
    color = vec4(shaded, 1.0) * paint.w;
    gl_FragDepth = stored;
}
