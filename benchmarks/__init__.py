"""Quality and speed, each figure one command: ``python -m benchmarks``."""
