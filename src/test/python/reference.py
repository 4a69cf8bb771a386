#!/usr/bin/env python3
"""Computes with PyTorch the numbers that the tests hold Downhill's descents to.

Run it from the top of the project with a Python that has PyTorch (Debian: python3-torch), here
Debian 12's:

    /usr/bin/python3 src/test/python/reference.py

It takes about 20 seconds and writes src/test/resources/reference/descents.json and schedules.json, one run a line. Each file
tells the version of PyTorch that computed it.

What PyTorch does not have is computed here by its formula, and the line says so ("by": "hand"):
Lion (Chen et al. 2023, algorithm 2); the schedules inverse-time and warm-up; a schedule past its
end; warm restarts whose multiplier is not whole.

NAdam is run with foreach=True: in PyTorch 1.13 the default path multiplies mu into the product
twice, which contradicts the documentation of that version and was corrected in 2.0
(pull request 92699); foreach=True computes what is documented and what 2.x computes.
"""

import json
import math
from pathlib import Path

import torch

torch.set_default_dtype(torch.float64)

STEPS = 220
LOSS_EVERY = 10

# A run in which a nudge as small as rounding grows large is no reference: its last digits are those
# of one machine. Every run here is made twice, once nudged, to make sure that it is none of those.
NUDGE = 1e-14
STEADY = 1e-10
UPDATES = 300
OUT = Path('src/test/resources/reference')

OBJECTIVES = {
    'bumpy': ('0.1*w^2 + sin(2*w) + 1', lambda w: 0.1 * w[0] ** 2 + torch.sin(2 * w[0]) + 1),
    'quartic': (
        'w^4/4 - w^3/3 - w^2 + w/2',
        lambda w: w[0] ** 4 / 4 - w[0] ** 3 / 3 - w[0] ** 2 + w[0] / 2,
    ),
    'rosenbrock': (
        '(1 - x)^2 + 100*(y - x^2)^2',
        lambda w: (1 - w[0]) ** 2 + 100 * (w[1] - w[0] ** 2) ** 2,
    ),
    'beale': (
        '(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2',
        lambda w: (1.5 - w[0] + w[0] * w[1]) ** 2
        + (2.25 - w[0] + w[0] * w[1] ** 2) ** 2
        + (2.625 - w[0] + w[0] * w[1] ** 3) ** 2,
    ),
    'waves': (
        'exp(-x^2/4)*cos(y) + ln(1 + x^2 + y^2) + tanh(x - y)',
        lambda w: torch.exp(-w[0] ** 2 / 4) * torch.cos(w[1])
        + torch.log(1 + w[0] ** 2 + w[1] ** 2)
        + torch.tanh(w[0] - w[1]),
    ),
}

STARTS = {
    'bumpy': [3.35],
    'quartic': [-2.15],
    'rosenbrock': [-1.1, 0.85],
    'beale': [0.75, 1.3],
    'waves': [2.3, -1.7],
}


class Lion(torch.optim.Optimizer):
    """Chen et al., Symbolic discovery of optimization algorithms, 2023, algorithm 2."""

    def __init__(self, params, lr, betas, weight_decay):
        super().__init__(params, dict(lr=lr, betas=betas, weight_decay=weight_decay))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            beta1, beta2 = group['betas']
            for p in group['params']:
                m = self.state[p].setdefault('m', torch.zeros_like(p))
                c = beta1 * m + (1 - beta1) * p.grad
                p -= group['lr'] * (torch.sign(c) + group['weight_decay'] * p)
                m.copy_(beta2 * m + (1 - beta2) * p.grad)


def betas(s):
    return (s['beta1'], s['beta2'])


def adamlike(kind, **fixed):
    return (
        lambda p, lr, s: kind(p, lr=lr, **fixed, **adam_group(s)),
        adam_group,
    )


def adam_group(s):
    group = {'betas': betas(s), 'eps': s['epsilon']}
    if 'weightDecay' in s:
        group['weight_decay'] = s['weightDecay']
    if 'momentumDecay' in s:
        group['momentum_decay'] = s['momentumDecay']
    return group


def rprop_group(s):
    return {'etas': (s['etaMinus'], s['etaPlus']), 'step_sizes': (s['minStep'], s['maxStep'])}


def lion_group(s):
    return {'betas': betas(s), 'weight_decay': s['weightDecay']}


def rule(kind, group, **fixed):
    return (lambda p, lr, s: kind(p, lr=lr, **fixed, **group(s)), group)


# name: ((how to make it, how to write its settings as PyTorch's), defaults, others)
ADAM = {'beta1': 0.9, 'beta2': 0.999, 'epsilon': 1e-8}
RULES = {
    'sgd': (rule(torch.optim.SGD, lambda s: {}), {}, []),
    'momentum': (
        rule(torch.optim.SGD, lambda s: {'momentum': s['momentum']}),
        {'momentum': 0.9},
        [{'momentum': 0.45}],
    ),
    'nesterov': (
        rule(torch.optim.SGD, lambda s: {'momentum': s['momentum']}, nesterov=True),
        {'momentum': 0.9},
        [{'momentum': 0.7}],
    ),
    'adagrad': (
        rule(torch.optim.Adagrad, lambda s: {'eps': s['epsilon']}),
        {'epsilon': 1e-10},
        [{'epsilon': 0.05}],
    ),
    'adadelta': (
        rule(torch.optim.Adadelta, lambda s: {'rho': s['rho'], 'eps': s['epsilon']}),
        {'rho': 0.9, 'epsilon': 1e-6},
        [{'rho': 0.95, 'epsilon': 1e-3}],
    ),
    'rmsprop': (
        rule(torch.optim.RMSprop, lambda s: {'alpha': s['alpha'], 'eps': s['epsilon']}),
        {'alpha': 0.99, 'epsilon': 1e-8},
        [{'alpha': 0.9, 'epsilon': 1e-2}],
    ),
    'adam': (
        adamlike(torch.optim.Adam),
        ADAM,
        [{'beta1': 0.8, 'beta2': 0.95, 'epsilon': 1e-3}, {'beta1': 0, 'beta2': 0.9, 'epsilon': 0.1}],
    ),
    'amsgrad': (
        adamlike(torch.optim.Adam, amsgrad=True),
        ADAM,
        [{'beta1': 0.7, 'beta2': 0.6, 'epsilon': 1e-4}],
    ),
    'adamw': (
        adamlike(torch.optim.AdamW),
        {**ADAM, 'weightDecay': 0.01},
        [{'beta1': 0.8, 'beta2': 0.99, 'epsilon': 1e-6, 'weightDecay': 0.3}],
    ),
    'adamax': (
        adamlike(torch.optim.Adamax),
        ADAM,
        [{'beta1': 0.8, 'beta2': 0.95, 'epsilon': 0.05}],
    ),
    'nadam': (
        adamlike(torch.optim.NAdam, foreach=True),
        {**ADAM, 'momentumDecay': 0.004},
        [{'beta1': 0.85, 'beta2': 0.99, 'epsilon': 1e-5, 'momentumDecay': 0.05}],
    ),
    'radam': (
        adamlike(torch.optim.RAdam),
        ADAM,
        [
            {'beta1': 0.85, 'beta2': 0.97, 'epsilon': 1e-3},
            {'beta1': 0.9, 'beta2': 0.5, 'epsilon': 1e-8},
        ],
    ),
    'rprop': (
        rule(torch.optim.Rprop, rprop_group),
        {'etaMinus': 0.5, 'etaPlus': 1.2, 'minStep': 1e-6, 'maxStep': 50},
        [{'etaMinus': 0.6, 'etaPlus': 1.35, 'minStep': 1e-3, 'maxStep': 0.004}],
    ),
    'lion': (
        rule(Lion, lion_group),
        {'beta1': 0.9, 'beta2': 0.99, 'weightDecay': 0},
        [{'beta1': 0.8, 'beta2': 0.95, 'weightDecay': 0.2}],
    ),
}

# The learning rates on bumpy, quartic, rosenbrock, beale and waves.
RATES = {
    'sgd': [0.06, 0.05, 0.001, 0.004, 0.2],
    'momentum': [0.02, 0.01, 0.0004, 0.001, 0.05],
    'nesterov': [0.02, 0.01, 0.0004, 0.001, 0.05],
    'adagrad': [0.4, 0.3, 0.25, 0.2, 0.5],
    'adadelta': [1.0, 1.5, 1.0, 1.0, 2.0],
    'rmsprop': [0.01, 0.02, 0.003, 0.004, 0.02],
    'adam': [0.1, 0.08, 0.05, 0.06, 0.1],
    'amsgrad': [0.1, 0.08, 0.05, 0.06, 0.1],
    'adamw': [0.1, 0.08, 0.05, 0.06, 0.1],
    'adamax': [0.1, 0.08, 0.05, 0.06, 0.1],
    'nadam': [0.05, 0.04, 0.03, 0.03, 0.05],
    'radam': [0.1, 0.08, 0.001, 0.03, 0.1],
    'rprop': [0.02, 0.05, 0.01, 0.01, 0.1],
    'lion': [0.013, 0.017, 0.003, 0.004, 0.011],
}


def descend(name, settings, rates, objective, changes=(), nudge=0.0):
    """The places and losses from step 0 on; rates[t] is the learning rate of update t."""
    (make, group_of), function = RULES[name][0], OBJECTIVES[objective][1]
    w = torch.tensor([x * (1 + nudge) for x in STARTS[objective]], requires_grad=True)
    optimizer = make([w], rates[0], settings)
    places, losses = [], []
    for t, rate in enumerate([*rates, None]):
        optimizer.zero_grad()
        loss = function(w)
        loss.backward()
        places.append(w.tolist())
        losses.append(loss.item())
        if rate is None:
            return places, losses
        for change in changes:
            if change['at'] == t:
                settings = {**settings, **{k: v for k, v in change.items() if k in settings}}
                optimizer.param_groups[0].update(group_of(settings))
        optimizer.param_groups[0]['lr'] = rate
        optimizer.step()


def apart(here, there):
    return max(abs(a - b) / max(abs(a), 1e-3) for a, b in zip(here, there))


def constant(rate, changes=()):
    rates = []
    for t in range(STEPS):
        for change in changes:
            if change['at'] == t:
                rate = change.get('learningRate', rate)
        rates.append(rate)
    return rates


def run(name, settings, learning_rate, objective, *, rates=None, schedule=None, changes=()):
    used = constant(learning_rate, changes) if rates is None else rates
    places, losses = descend(name, settings, used, objective, changes)
    line = {
        'optimizer': name,
        'settings': settings,
        'learningRate': learning_rate,
        'formula': OBJECTIVES[objective][0],
        'start': STARTS[objective],
        'by': 'hand' if name == 'lion' else 'torch',
    }
    if schedule:
        line['schedule'] = schedule
    if changes:
        line['changes'] = changes
    nudged = descend(name, settings, used, objective, changes, NUDGE)
    drift = max(apart(here, there) for here, there in zip(places, nudged[0]))
    if not max(drift, apart(losses, nudged[1])) < STEADY:
        raise ValueError(f'rounding decides this run (it drifts by {drift}): {line}')
    return {**line, 'w': places, 'lossEvery': LOSS_EVERY, 'loss': losses[::LOSS_EVERY]}


def scheduled(make, alpha, updates):
    """The rates that one of PyTorch's schedulers sets for the first updates."""
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=alpha)
    scheduler = make(optimizer)
    rates = []
    for t in range(updates):
        rates.append(optimizer.param_groups[0]['lr'])
        optimizer.step()
        if t + 1 < updates:
            scheduler.step()
    return rates


def held(rates, value):
    return rates + [value] * (UPDATES - len(rates))


S = torch.optim.lr_scheduler


def step(alpha, every, factor):
    return scheduled(lambda o: S.StepLR(o, every, factor), alpha, UPDATES), 'torch'


def exponential(alpha, factor):
    return scheduled(lambda o: S.ExponentialLR(o, factor), alpha, UPDATES), 'torch'


def inverse_time(alpha, decay):
    return [alpha / (1 + decay * t) for t in range(UPDATES)], 'hand'


def polynomial(alpha, over, power):
    return scheduled(lambda o: S.PolynomialLR(o, over, power), alpha, UPDATES), 'torch'


def cosine(alpha, over, floor):
    make = lambda o: S.CosineAnnealingLR(o, over, floor)
    rates = scheduled(make, alpha, min(over + 1, UPDATES))
    return held(rates, floor), 'torch' if over >= UPDATES else 'torch, held by hand after its end'


def warm_restarts(alpha, period, multiplier, floor):
    if multiplier == int(multiplier):
        make = lambda o: S.CosineAnnealingWarmRestarts(o, period, int(multiplier), floor)
        return scheduled(make, alpha, UPDATES), 'torch'
    rates, since, length = [], 0.0, float(period)
    for _ in range(UPDATES):
        if since >= length:
            since, length = since - length, length * multiplier
        rates.append(floor + (alpha - floor) * (1 + math.cos(math.pi * since / length)) / 2)
        since += 1
    return rates, 'hand'


def warm_up(alpha, over, start):
    factor = lambda t: start + (1 - start) * min(t, over) / over
    return [alpha * factor(t) for t in range(UPDATES)], 'hand'


def one_cycle(alpha, over, warm, divide, final_divide):
    make = lambda o: S.OneCycleLR(
        o,
        alpha,
        total_steps=over,
        pct_start=warm,
        div_factor=divide,
        final_div_factor=final_divide,
        cycle_momentum=False,
    )
    rates = scheduled(make, alpha, min(over, UPDATES))
    by = 'torch' if over >= UPDATES else 'torch, held by hand after its end'
    return held(rates, alpha / divide / final_divide), by


SCHEDULES = [
    ('step', step, {'every': 40, 'factor': 0.5}),
    ('step', step, {'every': 7, 'factor': 0.9}),
    ('exponential', exponential, {'factor': 0.98}),
    ('exponential', exponential, {'factor': 1.004}),
    ('inverse-time', inverse_time, {'decay': 0.05}),
    ('inverse-time', inverse_time, {'decay': 1.0}),
    ('polynomial', polynomial, {'over': 250, 'power': 1.0}),
    ('polynomial', polynomial, {'over': 120, 'power': 2.5}),
    ('cosine', cosine, {'over': 200, 'floor': 0}),
    ('cosine', cosine, {'over': 400, 'floor': 0.01}),
    ('warm-restarts', warm_restarts, {'period': 30, 'multiplier': 1, 'floor': 0}),
    ('warm-restarts', warm_restarts, {'period': 25, 'multiplier': 2, 'floor': 0.005}),
    ('warm-restarts', warm_restarts, {'period': 20, 'multiplier': 1.5, 'floor': 0}),
    ('warm-up', warm_up, {'over': 50, 'start': 0}),
    ('warm-up', warm_up, {'over': 80, 'start': 0.2}),
    ('one-cycle', one_cycle, {'over': 300, 'warm': 0.3, 'divide': 25, 'final_divide': 1e4}),
    ('one-cycle', one_cycle, {'over': 137, 'warm': 0.41, 'divide': 10, 'final_divide': 50}),
    ('one-cycle', one_cycle, {'over': 9, 'warm': 0.07, 'divide': 4, 'final_divide': 3}),
]
RENAMED = {'start': 'from', 'final_divide': 'finalDivide'}


def schedule_lines(alpha):
    for name, rates_of, settings in SCHEDULES:
        rates, by = rates_of(alpha, **settings)
        named = {'name': name, **{RENAMED.get(k, k): v for k, v in settings.items()}}
        yield {'schedule': named, 'learningRate': alpha, 'by': by, 'rates': rates}


def descent_lines():
    for name, (_, defaults, others) in RULES.items():
        for objective, rate in zip(OBJECTIVES, RATES[name]):
            yield run(name, defaults, rate, objective)
        for settings in others:
            for objective in ('quartic', 'waves'):
                rate = RATES[name][list(OBJECTIVES).index(objective)] * 0.5
                yield run(name, settings, rate, objective)
    yield from scheduled_lines()
    yield from changed_lines()


def scheduled_lines():
    for name, alpha in (('sgd', 0.03), ('adam', 0.15)):
        for line in schedule_lines(alpha):
            rates = line['rates'][:STEPS]
            yield run(name, RULES[name][1], alpha, 'bumpy', rates=rates, schedule=line['schedule'])
    rates = cosine(0.15, 150, 0)[0][:STEPS]
    schedule = {'name': 'cosine', 'over': 150, 'floor': 0}
    for name in ('adamw', 'rprop', 'lion', 'nesterov'):
        yield run(name, RULES[name][1], 0.15, 'quartic', rates=rates, schedule=schedule)


def changed_lines():
    """What an optimizer remembers carries on through a change of its rate or of its settings."""
    faster, slower = {'at': 30, 'learningRate': 0.03}, {'at': 120, 'learningRate': 0.005}
    for name, settings in (
        ('sgd', {}),
        ('momentum', {'momentum': 0.6}),
        ('nesterov', {'momentum': 0.6}),
        ('adagrad', {'epsilon': 0.5}),
        ('adadelta', {'rho': 0.7, 'epsilon': 1e-4}),
        ('rmsprop', {'alpha': 0.9}),
        ('adam', {'beta1': 0.7, 'beta2': 0.99}),
        ('amsgrad', {'beta2': 0.9}),
        ('adamw', {'weightDecay': 0.5}),
        ('adamax', {'beta2': 0.9}),
        ('nadam', {'beta1': 0.7, 'momentumDecay': 0.02}),
        ('radam', {'beta2': 0.95}),
        ('rprop', {'etaPlus': 1.1, 'maxStep': 0.01}),
        ('lion', {'beta2': 0.9, 'weightDecay': 0.1}),
    ):
        changes = [faster, {'at': 75, **settings}, slower] if settings else [faster, slower]
        yield run(name, RULES[name][1], 0.015, 'bumpy', changes=changes)


def write(file, lines):
    head = {'by': f'PyTorch {torch.__version__}', 'script': 'src/test/python/reference.py'}
    text = ',\n'.join(json.dumps(line, separators=(',', ':')) for line in [head, *lines])
    (OUT / file).write_text(f'[\n{text}\n]\n', encoding='utf-8')


if __name__ == '__main__':
    OUT.mkdir(parents=True, exist_ok=True)
    write('descents.json', descent_lines())
    write('schedules.json', schedule_lines(0.3))
