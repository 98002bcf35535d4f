int emptySteps(vec3 position, vec3 advance)
{
    return 0;
}
