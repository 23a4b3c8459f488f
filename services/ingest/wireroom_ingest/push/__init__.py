"""HTTP push: ``POST /articles``."""
