// How solid a place is, 0 to 1; in voxels of the texture, cut away places being free.
float solidAt(vec3 place);

// How much of the sky over a surface is hidden by what stands near it, 0 to 1: the share of five directions, weighted by their cosines, in which light
// does not get through four places at growing distances. Ambient obscurance after Zhukov, Iones and Kronin (1998), with fixed directions.
// normal has length 1; perEdge: how many voxels along each axis the smallest edge of a voxel is.
float coveredAt(vec3 place, vec3 normal, vec3 perEdge)
{
    // Two directions across the normal, after Duff et al. (2017).
    float side = normal.z >= 0.0 ? 1.0 : -1.0;
    float a = -1.0 / (side + normal.z);
    float b = normal.x * normal.y * a;
    vec3 across = vec3(1.0 + side * normal.x * normal.x * a, side * b, -side * normal.x);
    vec3 along = vec3(b, side + normal.y * normal.y * a, -normal.y);
    float open = 0.0;
    for (int i = 0; i < 5; i++)
    {
        vec3 aside = (i < 3 ? across : along) * (i == 1 || i == 3 ? 0.866 : -0.866);
        vec3 way = (i == 0 ? normal : 0.5 * normal + aside) * perEdge;
        float through = (1.0 - 0.9 * solidAt(place + 3.0 * way)) * (1.0 - 0.7 * solidAt(place + 6.0 * way))
            * (1.0 - 0.5 * solidAt(place + 11.0 * way)) * (1.0 - 0.35 * solidAt(place + 18.0 * way));
        open += (i == 0 ? 1.0 : 0.5) * through;
    }
    return 1.0 - open / 3.0;
}
