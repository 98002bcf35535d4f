// How far a place lies inside of the outline of a sign, in radii of the sign: below 0 outside. The signs are those of PointSymbol, in its order.
float insideOf(vec2 away, int symbol)
{
    vec2 apart = abs(away);
    if (symbol == 1)
        return min(1.0 - length(away), length(away) - 0.6);
    if (symbol == 2)
        return 0.85 - max(apart.x, apart.y);
    if (symbol == 3)
        return (1.0 - apart.x - apart.y) * 0.7071068;
    if (symbol == 4)
        return min(1.0 - max(apart.x, apart.y), 0.25 - min(apart.x, apart.y));
    return 1.0 - length(away);
}
