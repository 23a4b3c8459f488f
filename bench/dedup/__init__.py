"""How well dedup decides, beside other ways of telling copies: ``python -m bench.dedup``."""
