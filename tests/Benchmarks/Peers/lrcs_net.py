"""LRCS-Net in PyTorch, as a reference to measure beside: answers commands on its standard input, one line each.
usage: lrcs_net.py WEIGHTS THREADS    (WEIGHTS.json lists names and shapes, WEIGHTS.bin holds the float32 values)"""
import json, sys, time, warnings
warnings.filterwarnings('ignore')
import torch, torch.nn as nn


class LrcsNet(nn.Module):
    def __init__(self, inputs, phases, n):
        super().__init__()

        def act():
            return nn.LeakyReLU(0.1, inplace=True)

        def encode(i, o, a):
            return nn.Sequential(nn.Conv2d(i, o, 3, padding=1), a)

        def decode(i, m, o):
            return nn.Sequential(nn.Conv2d(i, m, 3, padding=1, bias=False), nn.BatchNorm2d(m), act(),
                                 nn.Conv2d(m, o, 3, padding=1, bias=False), nn.BatchNorm2d(o), act())
        self.encoder0, self.encoder1, self.encoder2 = encode(inputs, 2 * n, act()), encode(2 * n, 2 * n, act()), encode(2 * n, 4 * n, act())
        self.bottom = encode(4 * n, 4 * n, nn.Sigmoid())
        self.decoder3, self.decoder2 = decode(4 * n, 4 * n, 4 * n), decode(4 * n, 4 * n, 2 * n)
        self.decoder1, self.decoder0 = decode(2 * n, 2 * n, 2 * n), decode(2 * n, n, n)
        self.logits = nn.Conv2d(n, phases, 3, padding=1)
        self.pool, self.unpool = nn.MaxPool2d(2, return_indices=True), nn.MaxUnpool2d(2)

    def forward(self, x):
        x, i0 = self.pool(self.encoder0(x))
        x, i1 = self.pool(self.encoder1(x))
        x, i2 = self.pool(self.encoder2(x))
        x = self.decoder3(self.bottom(x))
        x = self.decoder2(self.unpool(x, i2))
        x = self.decoder1(self.unpool(x, i1))
        return self.logits(self.decoder0(self.unpool(x, i0)))


def load(path):
    with open(path + '.json') as file:
        entries = json.load(file)
    with open(path + '.bin', 'rb') as file:
        state = {}
        for name, shape in entries:
            count = 1
            for length in shape:
                count *= length
            state[name] = torch.frombuffer(bytearray(file.read(4 * count)), dtype=torch.float32).reshape(shape)
    n = state['logits.weight'].shape[1]
    net = LrcsNet(state['encoder0.0.weight'].shape[1], state['logits.weight'].shape[0], n)
    missing = net.load_state_dict(state, strict=False).missing_keys
    assert all(key.endswith('num_batches_tracked') for key in missing), missing
    return net


def main():
    path, threads = sys.argv[1], int(sys.argv[2])
    torch.set_num_threads(threads)
    net, made, optimiser = load(path).eval(), {}, None
    image = None
    for line in sys.stdin:
        words = line.split()
        if words[0] == 'image':       # image FILE HEIGHT WIDTH: float32 values
            with open(words[1], 'rb') as file:
                image = torch.frombuffer(bytearray(file.read()), dtype=torch.float32).reshape(1, 1, int(words[2]), int(words[3]))
            with torch.no_grad():
                last = image.to(memory_format=torch.channels_last)
                traced = load(path).eval().to(memory_format=torch.channels_last)
                made['traced'] = torch.jit.freeze(torch.jit.trace(traced, last))
                made['eager'] = net
                made['traced'](last)
            print('ready', flush=True)
        elif words[0] in ('eager', 'traced'):
            x = image.to(memory_format=torch.channels_last) if words[0] == 'traced' else image
            begun = time.perf_counter()
            with torch.no_grad():
                made[words[0]](x)
            print(time.perf_counter() - begun, flush=True)
        elif words[0] == 'labels':    # labels FILE: writes a byte for each voxel
            with torch.no_grad():
                labels = net(image).argmax(1).to(torch.uint8)
            with open(words[1], 'wb') as file:
                file.write(bytes(labels.flatten().tolist()))
            print('ready', flush=True)
        elif words[0] == 'train':     # train BATCH EDGE: one step
            count, edge = int(words[1]), int(words[2])
            if optimiser is None:
                trained = load(path).train()
                optimiser = torch.optim.Adam(trained.parameters(), 1e-3)
                x, y = torch.randn(count, 1, edge, edge), torch.randint(0, 3, (count, edge, edge))
            begun = time.perf_counter()
            optimiser.zero_grad()
            nn.functional.cross_entropy(trained(x), y).backward()
            optimiser.step()
            print(time.perf_counter() - begun, flush=True)


main()
