"""Runs 0.py, 1.py and so on in one process; what each prints goes to 0.txt, 1.txt and so on."""

import contextlib
import runpy
import sys
import warnings

warnings.simplefilter('ignore')

for number in range(int(sys.argv[1])):
    with open(f'{number}.txt', 'w') as out, contextlib.redirect_stdout(out):
        runpy.run_path(f'{number}.py', run_name='__main__')
