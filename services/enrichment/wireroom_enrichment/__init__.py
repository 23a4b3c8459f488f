"""The enrichment service: what an article says, found by a list of pure annotators."""
