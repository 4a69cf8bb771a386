#!/usr/bin/env python3
"""Makes the fruits' figures. They are made up, and this is how.

Run it from the top of the project; it writes src/main/resources/downhill/data/fruits.csv.

Fifty fruits of each kind, in an order of chance. A fruit's width is its kind's, give or take; its
weight is that of a ball of that width, times what its kind weighs per cubic centimetre of the ball,
give or take some hundredths; redness is the share of its skin that is red; sweetness is its sugar in
degrees Brix. Peaches are much like apples, and some plums are like small ones of either, so that no
table of limits tells them all apart.
"""

import math
import random
from pathlib import Path

OUT = Path('src/main/resources/downhill/data/fruits.csv')
HEAD = """\
# Fruits, a row each; made up by src/test/python/fruits.py: fifty of each kind, in an order of chance.
# Each figure is its kind's, with a chance that makes some peaches apples by the look of them; the
# weight goes with the cube of the width. Width in cm, weight in g, redness the share of the skin that
# is red, sweetness in degrees Brix.
weight/g,width/cm,redness,sweetness/°Brix,kind
"""

# A kind's width, weight per cubic centimetre, redness and sweetness, each with its give or take.
KINDS = {
    'apple': ((7.5, 0.50), (0.80, 0.05), (0.64, 0.18), (13.4, 1.1)),
    'lemon': ((5.8, 0.45), (1.05, 0.07), (0.06, 0.05), (7.8, 1.2)),
    'peach': ((6.8, 0.50), (0.92, 0.05), (0.44, 0.16), (10.9, 1.1)),
    'plum': ((5.1, 0.50), (0.98, 0.06), (0.78, 0.14), (12.4, 1.6)),
}


def bell(chance, middle, spread):
    """About the bell curve's number, and never more than six spreads away."""
    return middle + spread * (sum(chance.random() for _ in range(12)) - 6)


def fruit(chance, kind):
    width, dense, red, sweet = (bell(chance, *each) for each in KINDS[kind])
    weight = dense * math.pi / 6 * width**3
    return round(weight), round(width, 1), round(min(1, max(0, red)), 2), round(sweet, 1), kind


if __name__ == '__main__':
    chance = random.Random(2026)
    rows = [fruit(chance, kind) for kind in KINDS for _ in range(50)]
    for left in range(len(rows), 1, -1):
        other = int(chance.random() * left)
        rows[left - 1], rows[other] = rows[other], rows[left - 1]
    OUT.write_text(HEAD + ''.join(','.join(map(str, row)) + '\n' for row in rows), 'utf-8')
