"""Storage: decided articles into PostgreSQL, with the last word on identity."""
