#!/usr/bin/env python3
"""Makes nmc-unet.pt: a small U-Net that segments nano-CT slices of NMC cathodes, exported as TorchScript.

Needs PyTorch 1.13 or newer and tifffile (on Debian: apt-get install python3-torch python3-tifffile). Run it from anywhere:

    python3 samples/torchscript/train_nmc_unet.py

It takes some minutes on two cores. The file that it writes needs no Python any more; the facts about it stand in nmc-unet.json.
"""

import pathlib
import time

import numpy as np
import tifffile
import torch
from torch import nn

HERE = pathlib.Path(__file__).resolve().parent
SLICES = HERE.parent / "data" / "segmentpy-nmc"

# One or two slices of each of the four scans to learn from; the others were never seen.
TRAINING = ["1", "100", "103", "394", "1501"]
UNSEEN = ["300", "510", "1098", "546", "698", "1503"]

STEPS, BATCH, PATCH = 700, 8, 128


def block(inputs, outputs):
    """Two convolutions: the result at a voxel depends on two voxels to each side."""
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 3, padding=1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(),
        nn.Conv2d(outputs, outputs, 3, padding=1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU())


class SmallUNet(nn.Module):
    """Three levels of pooling, so the lengths of an input must be multiples of 2³ = 8: that is "alignment" in the sidecar.

    "halo", what a result depends on, follows from the layers: two convolutions reach 2 voxels at full size, 4 at half, 8 at a quarter
    and 16 at an eighth. Down and up again that is 2 + 4 + 8 + 16 + 8 + 4 + 2 = 44. A voxel can lie anywhere in its 8-voxel pooling block,
    which adds up to 7: 51. Rounded up to the alignment: 56.
    """

    def __init__(self, phases):
        super().__init__()
        self.down0, self.down1, self.down2 = block(1, 8), block(8, 16), block(16, 24)
        self.bottom = block(24, 28)
        self.up2, self.up1, self.up0 = block(28 + 24, 24), block(24 + 16, 16), block(16 + 8, 8)
        self.pool = nn.MaxPool2d(2)
        # Nearest neighbours stay inside the pooling block; a bilinear step would reach into the next one.
        self.grow = nn.Upsample(scale_factor=2.0, mode="nearest")
        self.logits = nn.Conv2d(8, phases, 1)

    def forward(self, grey):
        full = self.down0(grey)
        half = self.down1(self.pool(full))
        quarter = self.down2(self.pool(half))
        deep = self.bottom(self.pool(quarter))
        deep = self.up2(torch.cat([self.grow(deep), quarter], 1))
        deep = self.up1(torch.cat([self.grow(deep), half], 1))
        deep = self.up0(torch.cat([self.grow(deep), full], 1))
        return self.logits(deep)


def read(name):
    """A slice as the viewer feeds it ("slice-z-score" in the sidecar: mean 0, standard deviation 1), and its labels."""
    grey = tifffile.imread(SLICES / f"{name}.tif").astype(np.float64)
    labels = tifffile.imread(SLICES / f"{name}_label.tif").astype(np.int64)
    return ((grey - grey.mean()) / grey.std()).astype(np.float32), labels


def batch(slices, random):
    """Patches from anywhere, mirrored and turned by quarters, with some change of contrast and noise."""
    greys, labels = [], []
    for _ in range(BATCH):
        grey, label = slices[random.integers(len(slices))]
        y, x = (random.integers(length - PATCH + 1) for length in grey.shape)
        grey, label = (np.rot90(part[y:y + PATCH, x:x + PATCH], turns) for turns in [random.integers(4)] for part in (grey, label))
        if random.random() < 0.5:
            grey, label = grey[:, ::-1], label[:, ::-1]
        grey = grey * random.uniform(0.9, 1.1) + random.uniform(-0.1, 0.1) + random.normal(0, 0.05, grey.shape)
        greys.append(grey.astype(np.float32))
        labels.append(label.copy())
    return torch.from_numpy(np.stack(greys))[:, None], torch.from_numpy(np.stack(labels))


def accuracy(network, name):
    """Share of the voxels labelled as in the reference."""
    grey, labels = read(name)
    height, width = grey.shape
    padded = np.pad(grey, ((0, -height % 8), (0, -width % 8)), mode="symmetric")
    with torch.no_grad():
        predicted = network(torch.from_numpy(padded)[None, None]).argmax(1)[0, :height, :width]
    return float((predicted.numpy() == labels).mean())


def main():
    torch.manual_seed(1)
    random = np.random.default_rng(1)
    slices = [read(name) for name in TRAINING]
    network = SmallUNet(phases=3)
    optimiser = torch.optim.Adam(network.parameters(), lr=4e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, max_lr=4e-3, total_steps=STEPS)
    begun = time.time()
    for step in range(STEPS):
        grey, labels = batch(slices, random)
        optimiser.zero_grad()
        loss = nn.functional.cross_entropy(network(grey), labels)
        loss.backward()
        optimiser.step()
        schedule.step()
        if (step + 1) % 100 == 0:
            print(f"step {step + 1} of {STEPS}, loss {loss.item():.3f}, {time.time() - begun:.0f} s", flush=True)

    network.eval()
    for name in UNSEEN:
        print(f"slice {name}: accuracy {accuracy(network, name):.3f}")
    torch.jit.script(network).save(str(HERE / "nmc-unet.pt"))


if __name__ == "__main__":
    main()
