"""The same features by scipy, and a forest by scikit-learn: prints the seconds for features, training and labelling ("nan" where it is missing)."""
import sys
import time

import numpy as np
import scipy.ndimage as nd

folder = sys.argv[1]
grey = np.fromfile(folder + "/grey.f32", np.float32).reshape(512, 512)
labels = np.fromfile(folder + "/labels.u8", np.uint8)


def eigenvalues(a, b, c):
    mean, root = (a + b) / 2, np.sqrt(((a - b) / 2) ** 2 + c * c)
    return [mean + root, mean - root]


def measure(v):
    v = (v - v.mean()) / v.std()
    out, before = [v], v
    for s in (1, 2, 4, 8, 16):
        g = {o: nd.gaussian_filter(v, s, order=o) for o in ((0, 0), (0, 1), (1, 0), (0, 2), (1, 1), (2, 0))}
        smooth = g[0, 0]
        out += [smooth, np.hypot(g[0, 1], g[1, 0]), g[0, 2] + g[2, 0], before - smooth]
        before = smooth
        out += eigenvalues(g[0, 2], g[2, 0], g[1, 1])
        out += eigenvalues(*(nd.gaussian_filter(p, s / 2) for p in (g[0, 1] ** 2, g[1, 0] ** 2, g[0, 1] * g[1, 0])))
        n = 2 * s + 1
        places = [0, s, 2 * s] if s == 1 else [0, s - s // 2, s, s + s // 2, 2 * s]
        footprint = np.zeros((n, n), bool)
        footprint[np.ix_(places, places)] = True
        mean = nd.uniform_filter(v, n)
        out += [nd.minimum_filter(v, n), nd.maximum_filter(v, n), mean, nd.median_filter(v, footprint=footprint), nd.uniform_filter(v * v, n) - mean * mean]
    return np.stack([each.ravel() for each in out], 1)


def seconds(work):
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


features, x = min((seconds(lambda: measure(grey)) for _ in range(2)), key=lambda pair: pair[0])
try:
    from sklearn.ensemble import RandomForestClassifier
except ImportError:
    print(features, "nan", "nan")
    sys.exit()
step = len(labels) // 10000
rows, wanted = x[: step * 10000 : step], labels[: step * 10000 : step]
forest = RandomForestClassifier(100, min_samples_leaf=2, n_jobs=-1, random_state=1)
train, _ = min((seconds(lambda: forest.fit(rows, wanted)) for _ in range(2)), key=lambda pair: pair[0])
apply, _ = min((seconds(lambda: forest.predict(x)) for _ in range(2)), key=lambda pair: pair[0])
print(features, train, apply)
