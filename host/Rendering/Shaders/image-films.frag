// A translucent image and the translucent phases of a labels layer, mixed in the order of their depths.
void main()
{
    Ray ray = rayOfPixel();
    float first, last, filmsFirst, filmsLast;
    vec3 face, filmsFace;
    bool hasImage = clipToBox(ray, extent.xyz, first, last, face);
    if (clipToBox(ray, labelsExtent.xyz, filmsFirst, filmsLast, filmsFace))
        findFilms(ray, filmsFirst, filmsLast, filmsFace);
    if (!hasImage && crossings == 0)
        discard;
    float stepT = extent.w / length(ray.direction);
    first += stepT * startShift();
    int count = hasImage ? int(ceil((last - first) / stepT)) : 0;
    vec3 start = (ray.origin + ray.direction * first) / textureExtent.xyz;
    vec3 advance = ray.direction * stepT / textureExtent.xyz;
    vec3 sum = vec3(0.0);
    float image = 0.0;     // opacity of the image so far, without that of its layer
    float through = 1.0;   // what the films so far let through
    float most = 0.0;
    float seenAt = first;
    int film = 0;
    for (int i = 0; i < count;)
    {
        float t = first + float(i) * stepT;
        if (film < crossings && crossing[film] <= t)
        {
            vec4 here = filmAt(ray, film, filmsFirst, filmsFace);
            float weight = through * (1.0 - textureExtent.w * image);
            seenAt = here.a * weight > most ? crossing[film] : seenAt;
            most = max(most, here.a * weight);
            sum += here.rgb * weight;
            through *= 1.0 - here.a;
            film++;
            continue;
        }
        vec3 position = start + float(i) * advance;
        int skipped = emptySteps(position, advance);
        vec4 here = skipped > 0 ? vec4(0.0) : transferOf(valueAt(position)) * (1.0 - image);
        float weight = through * textureExtent.w;
        seenAt = here.a * weight > most ? t : seenAt;
        most = max(most, here.a * weight);
        sum += here.rgb * weight;
        image += here.a;
        if (image > 0.99)
            break;
        // Over empty space, but not over a film.
        int toFilm = film < crossings ? max(1, int(ceil((crossing[film] - t) / stepT))) : count;
        i += min(max(skipped, 1), toFilm);
    }
    for (; film < crossings; film++)
    {
        vec4 here = filmAt(ray, film, filmsFirst, filmsFace);
        float weight = through * (1.0 - textureExtent.w * image);
        seenAt = here.a * weight > most ? crossing[film] : seenAt;
        most = max(most, here.a * weight);
        sum += here.rgb * weight;
        through *= 1.0 - here.a;
    }
    float alpha = 1.0 - through * (1.0 - textureExtent.w * image);
    if (alpha < 0.004)
        discard;
    color = vec4(sum, alpha);
    gl_FragDepth = storedDepth(seenAt);
}
