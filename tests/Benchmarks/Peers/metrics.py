"""The same measures by numpy, scipy, scikit-image and torch. Arguments: a file of bytes, its edge, the label, the threads.
Reads a name a line from the standard input, and answers with the seconds of one run and the value found, or "nan nan" where a package is missing.
Components and faces are those of all phases, the rest those of the label alone."""
import math
import sys
import time

import numpy as np

path, edge, label, threads = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
labels = np.fromfile(path, np.uint8).reshape(edge, edge, edge)
mask = labels == label


def distance():
    from scipy import ndimage
    return ndimage.distance_transform_edt(mask)[mask].mean()


def components():
    from scipy import ndimage
    return sum(ndimage.label(labels == phase)[1] for phase in range(labels.max() + 1))


def marching():
    from skimage import measure
    vertices, faces, _, _ = measure.marching_cubes(mask.astype(np.float32), 0.5)
    return measure.mesh_surface_area(vertices, faces)


def faces():
    return sum(int((np.diff((labels == phase).view(np.int8), axis=axis) != 0).sum()) for phase in range(labels.max() + 1) for axis in range(3))


def correlation():
    import scipy.fft
    spectrum = scipy.fft.rfftn(mask.astype(np.float32), workers=threads)
    power = spectrum.real ** 2 + spectrum.imag ** 2
    return scipy.fft.irfftn(power, s=mask.shape, workers=threads)[1, 0, 0] / mask.size


def thickness():
    from scipy import ndimage
    depth = ndimage.distance_transform_edt(mask)
    radius = np.zeros(mask.shape, np.float32)
    for r in np.logspace(math.log10(depth.max()), 0, 25):
        seeds = depth >= r
        if seeds.any():
            near = ndimage.distance_transform_edt(~seeds) < r
            radius[(radius == 0) & near & mask] = r
    return radius[mask].mean()


def sor():
    """Seconds of one half-sweep of successive over-relaxation on a checkerboard, the mean of 12."""
    import torch
    torch.set_num_threads(threads)
    with torch.no_grad():
        inside = torch.zeros([edge + 2] * 3)
        inside[1:-1, 1:-1, 1:-1] = torch.from_numpy(mask.astype(np.float32))
        core = inside[1:-1, 1:-1, 1:-1]
        field = inside * torch.linspace(1, 0, edge + 2)[:, None, None]

        def around(f):
            return (f[2:, 1:-1, 1:-1] + f[:-2, 1:-1, 1:-1] + f[1:-1, 2:, 1:-1] + f[1:-1, :-2, 1:-1] + f[1:-1, 1:-1, 2:] + f[1:-1, 1:-1, :-2])

        count = torch.where(core > 0, around(inside), torch.inf).clamp(min=1)
        parity = torch.from_numpy(np.indices(mask.shape).sum(0) % 2).float()
        factor = 2 - math.pi / (1.5 * edge)
        boards = [factor * ((parity == side) & (core > 0)).float() for side in (0, 1)]
        inner = field[1:-1, 1:-1, 1:-1]
        start = time.perf_counter()
        for sweep in range(12):
            step = around(field)
            step /= count
            step -= inner
            step *= boards[sweep % 2]
            inner += step
        return (time.perf_counter() - start) / 12


for line in sys.stdin:
    name = line.strip()
    try:
        start = time.perf_counter()
        value = globals()[name]()
        seconds = time.perf_counter() - start
        print(seconds, float(value), flush=True)
    except ImportError:
        print("nan nan", flush=True)
