"""How fast Wortlaut reads and how much memory it takes: `python -m benchmarks`."""
