// How a layer is put over what is there; the blend function of the context does the rest, see LayerBlends. color is multiplied with its opacity, in
// which that of the layer is contained. way: 0 translucent and additive, 1 opaque, 2 minimum.
vec4 blended(vec4 color, float way, float opacity)
{
    if (way > 1.5)
        return vec4(color.rgb + 1.0 - color.a, 1.0);
    return way > 0.5 ? vec4(color.rgb, max(color.a, opacity)) : color;
}
