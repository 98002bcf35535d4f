vec4 colorOn(vec3 position)
{
    return vec4(transferOf(valueAt(position / textureExtent.xyz)).rgb, 1.0) * textureExtent.w;
}

vec3 extentOfLayer()
{
    return extent.xyz;
}
