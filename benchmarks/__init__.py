"""Quality and speed, each figure one command: ``python -m benchmarks``."""

import os

# One processor for everything that is measured: threads that wait for one another count as work done.
os.environ.setdefault("OMP_NUM_THREADS", "1")
