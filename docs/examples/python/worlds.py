"""Runs a program of deletion.py once for each line that it reads, and answers how it ended. Sleeping takes no time."""

import sys
import time

import deletion

time.sleep = lambda seconds: None

program = getattr(deletion, sys.argv[1])
for line in sys.stdin:
    try:
        program(line.strip())
        print('returned', flush=True)
    except Exception as error:
        print(f'rejected {type(error).__name__}', flush=True)
