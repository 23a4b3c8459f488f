"""How much of what a careful reader marks the enrichment stage finds: ``python -m bench.gold``."""
