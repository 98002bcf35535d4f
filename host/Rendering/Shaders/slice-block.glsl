#version 330 core
// See SliceBlock. Positions are in µm in the order (x, y, z).
layout(std140) uniform Slice
{
    vec4 corner;           // the upper left corner of the view; w: height of the view in pixels
    vec4 perColumn;        // from a pixel to the one on its right; w: samples per pixel along each direction
    vec4 perRow;           // from a pixel to the one below; w: opacity
    vec4 extent;           // of the layer; w: 1, 2 or 3 when the samples come from a single full-resolution slice across z, y or x, 4 when they are those of the view
    vec4 textureExtent;    // of the texture; w: width of outlines, pixels
    vec4 levels;           // of images: place in the colormap = stored value * x + y; of labels: opacity, and pixels of the picture per pixel of the view
                           // z: blending, see blend.glsl; w: of images 1 for cubic interpolation, of labels opacity of the hatch on unlabelled voxels
    vec4 texels;           // of the texture, along (x, y, z)
    vec4 slab;             // from a sample of a thick slice to the one behind it; w: how many there are
    vec4 projection;       // x: what becomes of them: 0 the largest, 1 the smallest, 2 the mean, 3 the sum
                           // y: of a sum, voxels per sample; z: of images, place in the colormap of what is stored as 0
};
uniform sampler3D volume;
uniform sampler2D plane;
uniform sampler2D table;
out vec4 color;
