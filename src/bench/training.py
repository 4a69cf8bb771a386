"""Times the same trainings in PyTorch on one thread, as its tutorials write them.

Usage: training.py FOLDER, where TrainingBenchmark has written the tables.
"""

import json
import statistics
import sys
import time
from pathlib import Path

import torch
from torch import nn

torch.set_num_threads(1)


def train(task, dtype):
    """A whole training: scaling, network, rounds, after each the loss and accuracy over all."""
    x = torch.tensor(task['x'], dtype=dtype)
    y = torch.tensor(task['y'])
    deviation = x.std(0, unbiased=False)
    x = (x - x.mean(0)) / torch.where(deviation > 0, deviation, torch.ones_like(deviation))
    net = nn.Sequential(
        nn.Linear(x.shape[1], task['hidden']),
        nn.ReLU(),
        nn.Linear(task['hidden'], task['kinds']),
    ).to(dtype)
    loss_of = nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    for _ in range(task['rounds']):
        for rows in torch.randperm(len(x)).split(task['batch']):
            optimizer.zero_grad()
            loss_of(net(x[rows]), y[rows]).backward()
            optimizer.step()
        with torch.no_grad():
            answer = net(x)
            loss = loss_of(answer, y).item()
            accuracy = (answer.argmax(1) == y).double().mean().item()
    return loss, accuracy


def measure(name, table, warm_ups, times):
    """Prints the median of some trainings in milliseconds, by the clock and of the processor."""
    task = json.loads((Path(sys.argv[1]) / f'{table}.json').read_text())
    # Numbers in lists are slow to take in; that is not what is measured.
    for key in 'x', 'y':
        task[key] = torch.tensor(task[key]).numpy()
    for dtype, who in (torch.float64, 'torch-float64'), (torch.float32, 'torch-float32'):
        for _ in range(warm_ups):
            train(task, dtype)
        millis, busy = [], []
        for _ in range(times):
            begun, worked = time.perf_counter(), time.process_time()
            loss, accuracy = train(task, dtype)
            millis.append((time.perf_counter() - begun) * 1e3)
            busy.append((time.process_time() - worked) * 1e3)
        medians = f'{statistics.median(millis):.3f} {statistics.median(busy):.3f}'
        print(name, who, medians, f'{loss:.4f} {accuracy:.4f}', flush=True)


measure('small', 'fruits', 3, 15)
measure('large', 'digits', 3, 15)
