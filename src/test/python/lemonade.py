#!/usr/bin/env python3
"""Makes the lemonade stand's figures. They are made up, and this is how.

Run it from the top of the project; it writes src/main/resources/downhill/data/lemonade.csv.

A summer of 60 days. The season's temperature rises from 19 to 28 °C and is back at 25 in the end; the
day's weather puts up to 7 degrees on it or takes them off. The stand sells 3.2 cups for each degree
above 9 °C, and chance (who happened to pass) adds or takes some 7 cups.
"""

import math
import random
from pathlib import Path

OUT = Path('src/main/resources/downhill/data/lemonade.csv')
HEAD = """\
# A lemonade stand's summer, a row a day; made up by src/test/python/lemonade.py:
# the season's temperature, weather of up to 7 degrees around it, 3.2 cups for each degree above 9,
# and chance of some 7 cups.
temperature,cups
"""


def days(chance):
    for day in range(60):
        season = 19 + 9 * math.sin(math.pi * day / 75)
        temperature = round(season + 7 * (chance.random() + chance.random() - 1), 1)
        cups = 3.2 * (temperature - 9) + 7 * sum(chance.random() - 0.5 for _ in range(12))
        yield temperature, max(0, round(cups))


if __name__ == '__main__':
    OUT.write_text(HEAD + ''.join(f'{t},{c}\n' for t, c in days(random.Random(2026))), 'utf-8')
