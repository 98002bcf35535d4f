#!/usr/bin/env python3
"""Makes the small TorchScript files that the tests load. Needs PyTorch; the tests themselves do not."""

import pathlib

import torch
from torch import nn

HERE = pathlib.Path(__file__).resolve().parent


class Pooled(nn.Module):
    """One pooling: alignment 2. Batch normalisation and dropout, to show the modes."""

    def __init__(self):
        super().__init__()
        self.convolution = nn.Conv2d(1, 4, 3, padding=1)
        self.norm = nn.BatchNorm2d(4)
        self.dropout = nn.Dropout(0.5)
        self.logits = nn.Conv2d(8, 2, 1)

    def forward(self, grey):
        features = torch.relu(self.norm(self.convolution(grey)))
        coarse = nn.functional.interpolate(nn.functional.max_pool2d(features, 2), scale_factor=2.0)
        return self.logits(self.dropout(torch.cat([features, coarse], 1)))


class Shrinking(nn.Module):
    """Does not pad, so the lengths become less."""

    def __init__(self):
        super().__init__()
        self.convolution = nn.Conv2d(1, 2, 3)

    def forward(self, grey):
        return self.convolution(grey)


class Pair(nn.Module):
    """Answers with two tensors."""

    def __init__(self):
        super().__init__()
        self.convolution = nn.Conv2d(1, 2, 1)

    def forward(self, grey):
        logits = self.convolution(grey)
        return logits, logits.softmax(1)


def main():
    torch.manual_seed(3)
    torch.jit.script(Pooled()).save(str(HERE / "pooled.pt"))
    torch.jit.script(Shrinking()).save(str(HERE / "shrinking.pt"))
    torch.jit.script(Pair()).save(str(HERE / "pair.pt"))
    # Tracing records what one pass did, here in evaluation mode, for good.
    traced = nn.Sequential(nn.Conv2d(1, 3, 3, padding=1), nn.BatchNorm2d(3), nn.ReLU(), nn.Conv2d(3, 2, 1)).eval()
    torch.jit.trace(traced, torch.zeros(1, 1, 8, 8)).save(str(HERE / "traced.pt"))
    volume = nn.Sequential(nn.Conv3d(1, 3, 3, padding=1), nn.ReLU(), nn.Conv3d(3, 2, 1))
    torch.jit.script(volume).save(str(HERE / "volume.pt"))


if __name__ == "__main__":
    main()
