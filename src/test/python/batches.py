#!/usr/bin/env python3
"""Computes with PyTorch the numbers that the tests hold Downhill's fits of a line to.

Run it from the top of the project, as reference.py, whose rules it uses:

    /usr/bin/python3 src/test/python/batches.py

It writes src/test/resources/reference/batches.json, one run a line. The order in which a pass deals
out the rows is computed here anew, by its description and not by Downhill; a line tells the rows
of each update.
"""

import json

import torch
from reference import NUDGE, OUT, RULES, STEADY, apart

STEPS = 220
MASK = 2**64 - 1
GOLDEN_GAMMA = 0x9E3779B97F4A7C15


def mix(z):
    """SplitMix64's bits of a state."""
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def order(rows, seed, number):
    """The rows in the order of a pass: Fisher and Yates's shuffle, from the end."""
    dealt = list(range(rows))
    state = mix((mix((seed + GOLDEN_GAMMA) & MASK) + (-1 - number) * GOLDEN_GAMMA) & MASK)
    for left in range(rows, 1, -1):
        state = (state + GOLDEN_GAMMA) & MASK
        while mix(state) >> 1 >= 2**63 - 2**63 % left:
            state = (state + GOLDEN_GAMMA) & MASK
        other = (mix(state) >> 1) % left
        dealt[left - 1], dealt[other] = dealt[other], dealt[left - 1]
    return dealt


def batches(rows, size, seed):
    """The rows of each update."""
    taken = []
    while len(taken) < STEPS:
        dealt = order(rows, seed, len(taken) // -(-rows // size))
        taken += [dealt[i : i + size] for i in range(0, rows, size)]
    return taken[:STEPS]


def lemonade():
    lines = open('src/main/resources/downhill/data/lemonade.csv', encoding='utf-8')
    return [tuple(map(float, line.split(','))) for line in lines if line[0].isdigit()]


POINTS = [(-2, 3.5), (0.25, 1), (0.25, 1), (1.5, -0.75), (3, -1), (4.5, -4.25), (7, -5)]


def descend(name, rate, x, y, rows, nudge=0.0):
    """The places, and the loss of all the data there, from step 0 on."""
    make = RULES[name][0][0]
    w = torch.tensor([0.5 * (1 + nudge), -1.0 * (1 + nudge)], requires_grad=True)
    optimizer = make([w], rate, RULES[name][1])

    def error(of):
        return torch.nn.functional.mse_loss(w[0] * x[of] + w[1], y[of])

    places, losses = [w.tolist()], [error(slice(None)).item()]
    for batch in rows:
        optimizer.zero_grad()
        error(batch).backward()
        optimizer.step()
        places.append(w.tolist())
        losses.append(error(slice(None)).item())
    return places, losses


def run(name, rate, data, *, batch, seed=1, scale=False):
    points = lemonade() if data == 'lemonade' else data
    x, y = (torch.tensor(column) for column in zip(*[(float(a), float(b)) for a, b in points]))
    if scale:
        x = (x - x.mean()) / x.std(unbiased=False)
    rows = [list(range(len(points)))] * STEPS
    if batch != 'all':
        rows = batches(len(points), batch, seed)
    places, losses = descend(name, rate, x, y, rows)
    nudged = descend(name, rate, x, y, rows, NUDGE)
    drift = max(apart(here, there) for here, there in zip(places, nudged[0]))
    if not max(drift, apart(losses, nudged[1])) < STEADY:
        raise ValueError(f'rounding decides this run (it drifts by {drift})')
    head = {'optimizer': name, 'settings': RULES[name][1], 'learningRate': rate, 'data': data}
    tail = {'rows': [] if batch == 'all' else rows, 'w': places, 'loss': losses}
    return {**head, 'scale': scale, 'batch': batch, 'seed': seed, **tail}


def lines():
    for batch in ('all', 1, 8, 59):
        yield run('sgd', 0.05, 'lemonade', batch=batch, scale=True)
        yield run('sgd', 0.0001, 'lemonade', batch=batch)
        yield run('adam', 0.3, 'lemonade', batch=batch, scale=True, seed=2**53 - 1)
    for batch in ('all', 1, 2, 3):
        yield run('sgd', 0.01, POINTS, batch=batch, seed=7)
        yield run('momentum', 0.01, POINTS, batch=batch, scale=True, seed=0)
        yield run('rmsprop', 0.02, POINTS, batch=batch, seed=3)


if __name__ == '__main__':
    head = {'by': f'PyTorch {torch.__version__}', 'script': 'src/test/python/batches.py'}
    text = ',\n'.join(json.dumps(line, separators=(',', ':')) for line in [head, *lines()])
    (OUT / 'batches.json').write_text(f'[\n{text}\n]\n', encoding='utf-8')
